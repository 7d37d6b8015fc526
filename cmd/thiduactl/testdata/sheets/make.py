#!/usr/bin/env python3
"""Makes the trouble sheets beside this script and truth.json.

Each file is named by the one trouble it holds. truth.json gives, for each, the
records it holds in the shape the console answers, and the issues that must be
reported ("row" as in the file; 0 for the table as a whole). A field that is
missing in a record must be missing in the answer as well.

Needs openpyxl and, for .xls and .ods, LibreOffice. Run: python3 make.py [FILE…]
"""
import json
import os
import sys

import cases_agencies
import cases_cells
import cases_found
import cases_layout
import cases_more
import cases_odd
import cases_pairs

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    only, truth = set(sys.argv[1:]), {}
    if only:
        with open(os.path.join(HERE, "truth.json"), encoding="utf-8") as f:
            truth = json.load(f)
    for part in (cases_layout, cases_cells, cases_more, cases_odd, cases_agencies, cases_found, cases_pairs):
        for name, make in part.CASES:
            if only and name not in only:
                continue
            made = make(os.path.join(HERE, name))
            records, issues, note = (made + ([], ""))[:3] if len(made) < 3 else made
            truth[name] = {"records": records, "issues": issues, "note": note}
    with open(os.path.join(HERE, "truth.json"), "w", encoding="utf-8") as f:
        json.dump(truth, f, ensure_ascii=False, indent=1)
    print(len(truth), "files")


if __name__ == "__main__":
    main()
