package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"thidua/model/audit"
	"thidua/model/award"
	"thidua/model/fault"
	"thidua/model/form"
	"thidua/model/movement"
	"thidua/model/registry"
	"thidua/model/report"
)

// Statistic is one biểu for a period: counted, written over where an officer typed,
// and beside it what was filed.
type Statistic struct {
	Form   form.StatisticForm
	Span   report.Span
	Cells  map[string]map[string]int // what is printed: as filed, else typed over counted
	Filing report.Filing             // ID 0 when nothing was typed or filed
	// Changes are cells that would now be counted otherwise than they were filed.
	Changes []report.CellChange
	// Movements or Records are the list the counts come from.
	Movements []int64
	Records   []int64
	// Behind are those of the list that a cell counts, by row and column; a cell
	// that was typed over, or filed and counted otherwise since, keeps the list of
	// what is counted now.
	Behind map[string]map[string][]int64
}

// StatisticForms lists the forms: those of TT 02/2023/TT-BNV, then those of TT
// 03/2018/TT-BNV for the years before.
func (o *Office) StatisticForms() []form.StatisticForm { return form.StatisticForms() }

// Statistic counts a biểu for a period.
func (o *Office) Statistic(ctx context.Context, code string, span report.Span) (s Statistic, err error) {
	err = o.read(ctx, func(tx Tx) error {
		s, err = o.statistic(ctx, tx, code, span)
		return err
	})
	return s, err
}

func (o *Office) statistic(ctx context.Context, tx Tx, code string, span report.Span) (Statistic, error) {
	f, ok := form.StatisticByCode(code)
	if !ok {
		return Statistic{}, fault.New(fault.NotFound, "office.no-form", code).At("form")
	}
	s := Statistic{Form: f, Span: span}
	counted := tableau{}
	s.Behind = map[string]map[string][]int64{}
	tally := tally{counted, s.Behind}
	var err error
	switch code {
	case "bieu-0601", "bieu-0701":
		s.Movements, err = countMovements(ctx, tx, span, f, tally)
	case "bieu-0602", "bieu-0702":
		s.Records, err = countState(ctx, tx, span, f, tally)
	case "bieu-0603", "bieu-0703":
		s.Records, err = countProvince(ctx, tx, span, tally)
	}
	if err != nil {
		return s, err
	}
	list, err := tx.Filings().Find(ctx, FilingFilter{Form: code, Period: span.Period})
	if err != nil {
		return s, err
	}
	s.Filing = report.Filing{Form: code, Period: span.Period, Name: span.Name}
	if len(list) > 0 {
		s.Filing = list[0]
	}
	for row, cells := range s.Filing.Typed {
		for col, n := range cells {
			counted.set(row, col, n)
		}
	}
	s.Cells = counted
	if s.Filing.Filed != 0 {
		var rows, cols []string
		for _, r := range f.Rows {
			if r.Code != "" {
				rows = append(rows, r.Code)
			}
		}
		for _, c := range f.Columns {
			cols = append(cols, c.Key)
		}
		s.Changes = s.Filing.Differences(counted, rows, cols)
		s.Cells = s.Filing.Cells
	}
	return s, nil
}

func hasColumn(f form.StatisticForm, key string) bool {
	return slices.ContainsFunc(f.Columns, func(c form.StatisticColumn) bool { return c.Key == key })
}

// SaveStatistic keeps cells an officer typed: of forms the office has no register
// for (0604, 0605), or over what was counted.
func (o *Office) SaveStatistic(ctx context.Context, code string, span report.Span, typed map[string]map[string]int) (audit.Entry, error) {
	s, err := o.Statistic(ctx, code, span)
	if err != nil {
		return audit.Entry{}, err
	}
	f := s.Filing
	if f.Filed != 0 {
		return audit.Entry{}, fault.New(fault.Conflict, "report.filed", f.Number, f.Filed.Slash())
	}
	for row, cells := range typed {
		for col := range cells {
			if !hasColumn(s.Form, col) || !slices.ContainsFunc(s.Form.Rows, func(r form.StatisticRow) bool { return r.Code == row && row != "" }) {
				return audit.Entry{}, fault.New(fault.Invalid, "office.no-cell", row, col).At("cells")
			}
		}
	}
	f.Typed = typed
	return o.act(ctx, "statistic.save", fmt.Sprintf("Ghi số liệu %s, %s", s.Form.Number, span.Name), func(tx Tx) error { return tx.Filings().Put(ctx, &f) })
}

// FileStatistic freezes a biểu as it stands: it was signed and sent.
func (o *Office) FileStatistic(ctx context.Context, code string, span report.Span, number string) (audit.Entry, error) {
	s, err := o.Statistic(ctx, code, span)
	if err != nil {
		return audit.Entry{}, err
	}
	f, err := s.Filing.File(s.Cells, number, o.Today())
	if err != nil {
		return audit.Entry{}, err
	}
	return o.act(ctx, "statistic.file", fmt.Sprintf("Chốt %s, %s", s.Form.Number, span.Name), func(tx Tx) error { return tx.Filings().Put(ctx, &f) })
}

// tableau is the cells of a biểu by row and column.
type tableau map[string]map[string]int

func (t tableau) set(row, col string, n int) {
	if t[row] == nil {
		t[row] = map[string]int{}
	}
	t[row][col] = n
}

// tally counts into cells and keeps what each of them counts.
type tally struct {
	cells  tableau
	behind map[string]map[string][]int64
}

func (t tally) add(row, col string, id int64) {
	t.cells.set(row, col, t.cells[row][col]+1)
	if t.behind[row] == nil {
		t.behind[row] = map[string][]int64{}
	}
	t.behind[row][col] = append(t.behind[row][col], id)
}

// countMovements fills biểu 0601, or 0701 before it: movements launched within the
// period, by who launched them. The older form knows no movement of a single unit
// and ends its lengths at three years.
func countMovements(ctx context.Context, tx Tx, span report.Span, f form.StatisticForm, t tally) ([]int64, error) {
	list, err := tx.Movements().Find(ctx, MovementFilter{})
	if err != nil {
		return nil, err
	}
	scopes := map[string]string{"toan_quoc": "02", "bo_nganh_tinh": "03", "cum_khoi": "04", "co_quan_don_vi": "05"}
	older := f.Code == "bieu-0701"
	var ids []int64
	for _, m := range list {
		if !span.Holds(m.From) || m.Status == "du_thao" || !hasColumn(f, string(m.LaunchedAt())) {
			continue
		}
		ids = append(ids, m.ID)
		manner := 11
		if m.Manner == movement.Regular {
			manner = 12
		}
		rows := []string{"01", scopes[m.Scope], lengthRows[m.LengthClass()], ""}
		if older {
			manner--
			rows[2] = min(rows[2], "09")
			if rows[1] > "03" {
				rows[1] = ""
			}
		}
		rows[3] = fmt.Sprintf("%02d", manner)
		for _, r := range rows {
			if r != "" {
				t.add(r, "tong", m.ID)
				t.add(r, string(m.LaunchedAt()), m.ID)
			}
		}
	}
	return ids, nil
}

// lengthRows are the rows of biểu 0601 by the class of a movement's length.
var lengthRows = map[string]string{"duoi_1": "06", "1": "07", "1_3": "08", "3_5": "09", "tu_5": "10"}

// given are the honours decided within a period and not taken back by its end,
// with the nominee each belongs to.
func given(ctx context.Context, tx Tx, span report.Span) ([]award.Record, map[int64]registry.Nominee, error) {
	all, err := tx.Records().Find(ctx, RecordFilter{})
	if err != nil {
		return nil, nil, err
	}
	last := span.To.AddDays(-1)
	all = slices.DeleteFunc(all, func(r award.Record) bool { return !span.Holds(r.Date) || !r.Held(last) })
	ids := make([]int64, len(all))
	for i, r := range all {
		ids[i] = r.Nominee
	}
	people, err := tx.Nominees().Find(ctx, NomineeFilter{IDs: ids})
	if err != nil {
		return nil, nil, err
	}
	of := make(map[int64]registry.Nominee, len(people))
	for _, n := range people {
		of[n.ID] = n
	}
	return all, of, nil
}

// Rows of a loại hình from the first row of that part on.
var wayRows = []string{"cong_trang", "phong_trao", "dot_xuat", "doi_ngoai", "cong_hien", "nien_han", "khang_chien"}

// Rows of a class of people, in the forms' order.
var classRows = []string{"lanh_dao_tinh", "lanh_dao_so", "doanh_nhan", "lanh_dao_phong", "truc_tiep"}

// subjectRows are the rows an honour counts in by whose it is: the forms number
// them alike, from different first rows.
func subjectRows(n registry.Nominee, collective, household, individual int) []string {
	row := func(i int) string { return fmt.Sprintf("%02d", i) }
	switch n.Kind {
	case registry.Collective:
		if n.Class == "doanh_nghiep" {
			return []string{row(collective), row(collective + 1)}
		}
		return []string{row(collective)}
	case registry.Household:
		return []string{row(household)}
	}
	out := []string{row(individual)}
	if i := slices.Index(classRows, n.Class); i >= 0 {
		out = append(out, row(individual+1+i))
	}
	return out
}

// countState fills biểu 0602: what the State gave; all of it on the province's
// tờ trình, since only such are in this office's register.
func countState(ctx context.Context, tx Tx, span report.Span, f form.StatisticForm, t tally) ([]int64, error) {
	records, people, err := given(ctx, tx, span)
	if err != nil {
		return nil, err
	}
	cat, err := catalogueOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for _, r := range records {
		a, ok := cat.Award(r.Award)
		if !ok || a.Level != award.State {
			continue
		}
		ids = append(ids, r.ID)
		n := people[r.Nominee]
		col := stateColumn(r.Award, n.Kind)
		if !hasColumn(f, col) { // biểu 0702 does not tell collectives from people
			col = strings.TrimSuffix(strings.TrimSuffix(col, "_tt"), "_cn")
		}
		rows := append([]string{"01", "03"}, subjectRows(n, 6, 8, 9)...)
		if i := slices.Index(wayRows, r.Way); i >= 0 {
			rows = append(rows, fmt.Sprintf("%02d", 15+i))
		}
		for _, row := range rows {
			t.add(row, "tong", r.ID)
			t.add(row, col, r.ID)
		}
	}
	return ids, nil
}

// stateColumn is the column of biểu 0602; a household, for which the form has no
// column, stands with the collectives, so that the columns add up to the total.
func stateColumn(code string, k registry.Kind) string {
	side := "tt"
	if k == registry.Individual {
		side = "cn"
	}
	switch {
	case strings.HasPrefix(code, "huan_chuong"), strings.HasPrefix(code, "huy_chuong"):
		return "huan_chuong_" + side
	case code == "giai_thuong_ho_chi_minh":
		return "gt_hcm"
	case code == "giai_thuong_nha_nuoc":
		return "gt_nn"
	case code == "co_thi_dua_chinh_phu":
		return "co_cp"
	case code == "bang_khen_thu_tuong":
		return "bk_ttg_" + side
	case code == "cstd_toan_quoc":
		return "cstd_tq"
	case strings.Contains(code, "anh_hung"), strings.HasSuffix(code, "_nhan_dan"), strings.HasSuffix(code, "_uu_tu"):
		return "vinh_du_" + side
	}
	return "khac_" + side
}

// provinceColumns are the columns of biểu 0603.
var provinceColumns = map[string]string{"bang_khen_chu_tich_tinh": "bang_khen", "cstd_tinh": "cstd", "co_thi_dua_tinh": "co", "ky_niem_chuong_tinh": "ky_niem_chuong"}

// countProvince fills biểu 0603: the province's own awards that the form names.
func countProvince(ctx context.Context, tx Tx, span report.Span, t tally) ([]int64, error) {
	records, people, err := given(ctx, tx, span)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for _, r := range records {
		col, ok := provinceColumns[r.Award]
		if !ok {
			continue
		}
		ids = append(ids, r.ID)
		rows := append([]string{"01"}, subjectRows(people[r.Nominee], 2, 4, 5)...)
		if i := slices.Index(wayRows, r.Way); i >= 0 {
			rows = append(rows, fmt.Sprintf("%02d", 11+i))
		}
		for _, row := range rows {
			t.add(row, "tong", r.ID)
			t.add(row, col, r.ID)
		}
	}
	return ids, nil
}
