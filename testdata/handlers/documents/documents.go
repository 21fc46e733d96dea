// Package documents has data that goes out in files of several kinds.
package documents

import (
	"archive/zip"
	"encoding/csv"
	"net/http"

	"github.com/go-pdf/fpdf"
	"github.com/xuri/excelize/v2"

	"handlers/people"
)

// Serve serves them.
func Serve() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /csv", func(w http.ResponseWriter, r *http.Request) {
		c := csv.NewWriter(w)
		_ = c.Write([]string{people.Find("1").ID, people.Find("1").Email}) // want `from Person.Email reach`
		c.Flush()
	})
	mux.HandleFunc("GET /csvall", func(w http.ResponseWriter, r *http.Request) {
		var rows [][]string
		rows = append(rows, []string{people.Find("1").Email})
		_ = csv.NewWriter(w).WriteAll(rows) // want `from Person.Email reach`
	})
	mux.HandleFunc("GET /zip", func(w http.ResponseWriter, r *http.Request) {
		z := zip.NewWriter(w)
		defer z.Close()
		f, err := z.Create("a.txt")
		if err != nil {
			return
		}
		_, _ = f.Write([]byte(people.Find("1").Email)) // want `from Person.Email reach`
	})
	mux.HandleFunc("GET /zipcsv", func(w http.ResponseWriter, r *http.Request) {
		z := zip.NewWriter(w)
		defer z.Close()
		f, err := z.CreateHeader(&zip.FileHeader{Name: "a.csv"})
		if err != nil {
			return
		}
		_ = csv.NewWriter(f).Write([]string{people.Find("1").Email}) // want `from Person.Email reach`
	})
	mux.HandleFunc("GET /xlsx", func(w http.ResponseWriter, r *http.Request) {
		f := excelize.NewFile()
		defer f.Close()
		_ = f.SetCellValue("Sheet1", "A1", people.Find("1").Email)
		_ = f.Write(w) // want `from Person.Email reach`
	})
	mux.HandleFunc("GET /xlsxrow", func(w http.ResponseWriter, r *http.Request) {
		f := excelize.NewFile()
		_ = f.SetSheetRow("Sheet1", "A1", &[]any{people.Find("1").Email})
		_, _ = f.WriteTo(w) // want `from Person.Email reach`
	})
	mux.HandleFunc("GET /xlsxbuf", func(w http.ResponseWriter, r *http.Request) {
		f := excelize.NewFile()
		_ = f.SetCellStr("Sheet1", "A1", people.Find("1").Email)
		b, err := f.WriteToBuffer()
		if err != nil {
			return
		}
		_, _ = w.Write(b.Bytes()) // want `from Person.Email reach`
	})
	mux.HandleFunc("GET /xlsxstream", func(w http.ResponseWriter, r *http.Request) {
		f := excelize.NewFile()
		sw, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			return
		}
		_ = sw.SetRow("A1", []any{people.Find("1").Email})
		_ = sw.Flush()
		_ = f.Write(w) // want `from Person.Email reach`
	})
	mux.HandleFunc("GET /xlsxclean", func(w http.ResponseWriter, r *http.Request) {
		f := excelize.NewFile()
		_ = f.SetCellValue("Sheet1", "A1", people.Find("1").ID)
		_ = f.Write(w)
	})
	mux.HandleFunc("GET /pdf", func(w http.ResponseWriter, r *http.Request) {
		p := fpdf.New("P", "mm", "A4", "")
		p.AddPage()
		p.SetFont("Arial", "B", 16)
		p.Cell(40, 10, people.Find("1").Email)
		_ = p.Output(w) // want `reach fpdf.Fpdf.Output|reaches fpdf.Fpdf.Output`
	})
	mux.HandleFunc("GET /pdfcf", func(w http.ResponseWriter, r *http.Request) {
		p := fpdf.New("P", "mm", "A4", "")
		p.AddPage()
		p.CellFormat(40, 10, people.Find("1").Email, "", 0, "", false, 0, "")
		p.MultiCell(1, 2, people.Find("1").Name, "", "", false)
		_ = p.Output(w) // want `reach fpdf.Fpdf.Output|reaches fpdf.Fpdf.Output`
	})
	mux.HandleFunc("GET /pdfclean", func(w http.ResponseWriter, r *http.Request) {
		p := fpdf.New("P", "mm", "A4", "")
		p.AddPage()
		p.Cell(40, 10, people.Find("1").ID)
		_ = p.Output(w)
	})
	mux.HandleFunc("GET /on", func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			return
		}
		f := excelize.NewFile()
		_ = f.SetCellValue("Sheet1", "A1", people.Find("1").Email)
		_ = f.Write(w)
		p := fpdf.New("P", "mm", "A4", "")
		p.Cell(40, 10, people.Find("1").Email)
		_ = p.Output(w)
	})
	return http.ListenAndServe(":1", mux)
}
