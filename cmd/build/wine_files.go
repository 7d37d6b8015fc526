package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// secondStart opens the program again with a file while it is open: the second
// ends at once, the first shows the file on its intake page.
func (b *bottle) secondStart() error {
	r, err := b.open(nil, "opengl")
	if err != nil {
		return err
	}
	exe, err := b.program("ThiDua.exe")
	if err != nil {
		return err
	}
	sheets, err := sampleSheets()
	if err != nil {
		return err
	}
	sheet := `C:\Tệp đơn vị gửi, 100% đã ký.xlsx`
	if err := copyFile(b.here(sheet), sheets[0]); err != nil {
		return err
	}
	if _, err := b.run(30*time.Second, nil, exe, sheet); err != nil {
		return fmt.Errorf("the second start: %w", err)
	}
	time.Sleep(4 * time.Second)
	if err := b.picture("mo-lan-hai.png"); err != nil {
		return err
	}
	if err := b.shut(r, b.app.Name); err != nil {
		return err
	}
	console, err := b.program("thiduactl.exe")
	if err != nil {
		return err
	}
	said, err := b.run(time.Minute, nil, console, "--json", "batches")
	if err != nil || !strings.Contains(said, "100% đã ký.xlsx") {
		return fmt.Errorf("the file was not staged: %.300s: %w", said, err)
	}
	return nil
}

// portable unpacks the zip into a folder with blanks, marks and a per cent sign,
// with a folder du-lieu beside: the data must go there.
func (b *bottle) portable() error {
	at := `C:\Chương trình 100% của Sở\Thi đua`
	if err := unpackZip(filepath.Join(windowsDirAbs(), "ThiDua-"+b.app.Version+"-windows.zip"), b.here(at)); err != nil {
		return err
	}
	data := b.here(at + `\ThiDua\du-lieu`)
	if err := os.Mkdir(data, 0o755); err != nil {
		return err
	}
	console := at + `\ThiDua\thiduactl.exe`
	if _, err := b.run(5*time.Minute, nil, console, "init", "--sample"); err != nil {
		return err
	}
	said, err := b.run(time.Minute, nil, console, "--json", "movements")
	if err != nil {
		return err
	}
	var list struct{ Movements []any }
	if err := json.Unmarshal([]byte(said), &list); err != nil || len(list.Movements) == 0 {
		return fmt.Errorf("no movement in %.200s: %w", said, err)
	}
	r, err := b.start(nil, at+`\ThiDua\ThiDua.exe`, "--renderer", "angle")
	if err != nil {
		return err
	}
	err = until("the window beside its data", func() bool {
		text, err := os.ReadFile(filepath.Join(data, "hien-thi.txt"))
		return err == nil && strings.Contains(string(text), "angle\tda-hien")
	})
	if err != nil {
		return err
	}
	if err := b.picture("mang-theo.png"); err != nil {
		return err
	}
	if err := b.press(b.app.Name, 0, "-", "@close"); err != nil {
		return err
	}
	return r.ended()
}

// stillOpen holds files open as Excel does: what an agency sent must still be
// read, and what the officer prints over must be refused in a sentence and stay.
func (b *bottle) stillOpen() error {
	console, err := b.program("thiduactl.exe")
	if err != nil {
		return err
	}
	if err := b.sample(); err != nil {
		return err
	}
	sheets, err := sampleSheets()
	if err != nil {
		return err
	}
	sheet, printed := `C:\Đang mở trong Excel.xlsx`, `C:\Danh sách đã in.xlsx`
	was := []byte("an older list")
	if err := copyFile(b.here(sheet), sheets[0]); err != nil {
		return err
	}
	if err := os.WriteFile(b.here(printed), was, 0o644); err != nil {
		return err
	}
	for _, file := range []string{sheet, printed} {
		let, err := b.hold(file)
		if err != nil {
			return err
		}
		defer let()
	}
	said, err := b.run(time.Minute, nil, console, "--json", "import", "--dry-run", sheet)
	if code, _ := exitCode(errors.Unwrap(err)); err != nil && code != 1 || !strings.Contains(said, `"row":`) {
		return fmt.Errorf("the list that is open in Excel was not read: %.300s: %w", said, err)
	}
	_, err = b.run(time.Minute, nil, console, "print", "danh-sach", "--out", printed)
	if code, _ := exitCode(errors.Unwrap(err)); code != 4 || !strings.Contains(err.Error(), "Danh sách đã in.xlsx") {
		return fmt.Errorf("printing over a list that is open in Excel: %w", err)
	}
	if now, err := os.ReadFile(b.here(printed)); err != nil || !bytes.Equal(now, was) {
		return fmt.Errorf("the list that is open in Excel was written over: %w", err)
	}
	if left, err := filepath.Glob(b.here(`C:\.thidua-*`)); err != nil || len(left) > 0 {
		return fmt.Errorf("half a list is left: %q %w", left, err)
	}
	return nil
}

// hold keeps a file open until it is let go.
func (b *bottle) hold(file string) (let func(), err error) {
	r := &running{cmd: b.command(context.Background(), nil, b.holder, file), said: &bytes.Buffer{}}
	input, err := r.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	output, err := r.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	r.cmd.Stderr = r.said
	if err := r.cmd.Start(); err != nil {
		return nil, err
	}
	let = func() {
		input.Close()
		_ = r.ended() // it has nothing to say any more
	}
	if line, err := bufio.NewReader(output).ReadString('\n'); err != nil || strings.TrimSpace(line) != "held" {
		let()
		return nil, fmt.Errorf("%s could not be held open: %s", file, r.said)
	}
	return let, nil
}
