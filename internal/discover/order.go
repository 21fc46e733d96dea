package discover

import (
	"slices"
	"strings"
)

// inOrder gives the words of a name in the order of English, where what a thing is
// stands last: cityOfInsured is an insuredCity.
func inOrder(words []string) []string {
	if known(words) {
		return words
	}
	for i := len(words) - 2; i > 0; i-- {
		if particles[words[i]] && known(words[:i]) && !quantities[words[i-1]] {
			return append(append([]string{}, words[i+1:]...), words[:i]...)
		}
	}
	return words
}

// headFirst turns a name around that begins with what the thing is, as names do in
// Romance languages, Indonesian and Vietnamese: namaDebitur is a debiturNama. It
// returns nil for other names.
func headFirst(words []string) []string {
	for i := len(words) - 1; i > 0; i-- {
		if leading[strings.Join(words[:i], "")] || known(words[:i]) && areRoles(words[i:]) {
			return append(append([]string{}, words[i:]...), words[:i]...)
		}
	}
	return nil
}

// areRoles reports whether words say whose something is, and nothing else: those
// of telpPengirim and nikKorban do.
func areRoles(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !has(putLast, w) && w != "calon" })
}

// known reports whether the tables have the words, taken together as one.
func known(words []string) bool { return index()[strings.Join(words, "")] != nil }

var (
	putLast = set(abroad)

	// particles stand between what a thing is and whose it is.
	particles = set(`of de do da del della dei du des dos das`)

	// quantities begin names of numbers and lists: numberOfContacts.
	quantities = set(`number numero num count list type kind date place`)

	// leading are words of languages that put first what a thing is.
	leading = set(`telp tlp notlp hp nik noktp ktp npwp usia umur agama kebangsaan pendidikan foto rut dni rg cedula nama namalengkap alamat alamatlengkap kodepos kecamatan kelurahan kabupaten provinsi kota nomorrekening norekening norek
		rekening nohp notelp notelepon nomortelepon telepon tanggallahir tgllahir tempatlahir jeniskelamin katasandi sandi pekerjaan gaji
		nome cognome indirizzo cellulare nombre nombres apellido apellidos direccion correo contrasena celular domicilio ciudad
		fechanacimiento codigopostal salario sueldo endereco telefone telefono senha cidade bairro cep logradouro sobrenome datanascimento
		nom prenom adresse telephone courriel motdepasse ville codepostal datenaissance salaire
		diachi hoten ten sodienthoai dienthoai matkhau ngaysinh gioitinh`)

	// residences are words for where somebody lives, before a part of an address.
	residences = set(`residence residential domicile tinggal domisili rumah ktp residencia domicilio residenza wohnsitz`)

	// describing are classes of which a name is the thing itself: a jobTitleName.
	describing = set(`employment education location birthplace family belief ethnicity immigration`)
)

// named takes a name off what it is the name of, where that says more: a
// jobTitleName and a universityName.
func (n *reading) named(words []string) *reading {
	last := len(words) - 1
	if last < 1 || words[last] != "name" || len(n.mods) == 0 {
		return n
	}
	m := &reading{}
	m.find(words[:last])
	for _, g := range m.groups {
		if !describing[g.class] {
			return n
		}
	}
	if m.groups == nil || len(m.mods) > 0 {
		return n
	}
	return m
}

// copied reads an identityCardScanImg as an identity card: what is a picture of a
// document has its data.
func (n *reading) copied(words []string) *reading {
	end := len(words)
	for end > 1 && copies[words[end-1]] {
		end--
	}
	if end == len(words) || n.word != "" && !copies[n.word] {
		return n
	}
	m := &reading{}
	m.find(words[:end])
	for _, g := range m.groups {
		if !identifying[g.class] {
			return n
		}
	}
	if m.groups == nil {
		return n
	}
	return m
}

var (
	// copies are last words for a picture of something.
	copies = set(`scan scanned img image images photo picture pic copy front back frontside backside side url file attachment`)

	// identifying are classes of documents with which somebody says who he is.
	identifying = set(`national_id passport drivers_license`)
)

// before cuts off what stands behind a preposition: a UserWithGroups is a user, a
// MethodToStore a method.
func before(head []string) []string {
	for i, w := range head {
		if i > 0 && links[w] {
			return head[:i]
		}
	}
	return head
}
