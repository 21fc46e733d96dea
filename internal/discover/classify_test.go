package discover_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/discover"
)

// classes gives what is proposed for fields "Name Type" of a struct, as
// "Name class confidence", without those that are not proposed.
func classes(owner string, fields ...string) []string {
	s := &discover.Struct{Package: "example.com/shop", Name: owner}
	for _, f := range fields {
		name, typ, _ := strings.Cut(f, " ")
		if typ == "" {
			typ = "string"
		}
		s.Fields = append(s.Fields, discover.Field{Name: name, Type: typ, Kind: kinds[typ]})
	}
	var out []string
	for _, p := range discover.Classify(s) {
		out = append(out, fmt.Sprint(s.Fields[p.Field].Name, " ", p.Class, " ", p.Confidence))
	}
	return out
}

var kinds = map[string]discover.Kind{
	"string": discover.String, "bool": discover.Bool, "int": discover.Number, "float64": discover.Number, "time.Time": discover.Time,
	"[]string": discover.ListOf(discover.String), "sql.NullString": discover.Other, "Address": discover.Record, "func()": discover.Func,
	"[]byte": discover.Bytes, "*template.Template": discover.Other, "crypto.PrivateKey": discover.Other, "uuid.UUID": discover.Other,
	"map[string]string": discover.MapOf(discover.String), "any": discover.Interface, "EmailStatus": discover.String, "PhoneType": discover.String,
	"ContactState": discover.String, "AddressFormat": discover.String, "decimal.Decimal": discover.Other, "pgtype.Text": discover.Other,
	"civil.Date": discover.Other, "Date": discover.Record, "GenderType": discover.String, "Email": discover.String, "*rsa.PrivateKey": discover.Other,
	"sql.Null[string]": discover.Other, "*url.URL": discover.Other, "language.Tag": discover.Other, "*wrapperspb.StringValue": discover.Other,
}

// TestPersons lists fields that have to be found, in words of several languages.
func TestPersons(t *testing.T) {
	for owner, fields := range map[string]string{
		"Customer": "FirstName:name LastName:name Email:email Phone:phone Street:address City:location ZipCode:location DateOfBirth:dob " +
			"SSN:ssn IBAN:bank_account Password:credential TaxID:tax_id PassportNumber:passport Nationality:immigration Gender:gender Name:name",
		"SignupRequest":  "Name:name EmailAddress:email Passwd:credential PhoneNumber:phone Nickname:username",
		"Patient":        "MRN:medical_record Diagnosis:health BloodType:health Allergies:health InsuranceNumber:health_plan Religion:belief",
		"Employee":       "Salary:income JobTitle:employment HomeAddress:address Avatar:photo",
		"UserProfile":    "AvatarURL:photo DisplayName:name Language:language UserAgent:device_id LastLoginIP:ip",
		"Kunde":          "Vorname:name Nachname:name Geburtsdatum:dob Strasse:address PLZ:location Ort: Telefonnummer:phone Steuernummer:tax_id",
		"Utilisateur":    "Prenom:name Nom:name Courriel:email DateNaissance:dob CodePostal:location MotDePasse:credential NumeroTelephone:phone",
		"Usuario":        "Nombre:name Apellidos:name CorreoElectronico:email FechaNacimiento:dob Contrasena:credential DNI:national_id CodigoPostal:location",
		"Cliente":        "Nome:name Sobrenome:name CPF:tax_id Endereco:address Telefone:phone Senha:credential DataNascimento:dob CEP:location",
		"Utente":         "Cognome:name Indirizzo:address CodiceFiscale:tax_id DataNascita:dob Cellulare:phone",
		"Klant":          "Voornaam:name Achternaam:name BSN:national_id Geboortedatum:dob Wachtwoord:credential Postcode:location",
		"Pracownik":      "Imie:name Nazwisko:name PESEL:national_id NumerTelefonu:phone Haslo:credential",
		"Huiyuan":        "Xingming:name Shouji:phone ShenfenZheng:national_id Shengri:dob Touxiang:photo Mima:credential Youxiang:email",
		"Kokyaku":        "Shimei:name DenwaBango:phone Jusho:address Seinengappi:dob",
		"CreditCard":     "Number:payment_card ExpMonth:payment_card CVV:card_security HolderName:name",
		"BillingAddress": "Line1:address Line2:address City:location State:location PostalCode:location Country:location",
		"Medico":         "Nome:name CPF:tax_id Email:email Senha:credential Telefone:phone",
		"Medecin":        "Nom:name Prenom:name Specialite:employment Telephone:phone",
		"Mahasiswa":      "Nama:name NIM:customer_number TanggalLahir:dob NoHP:phone Alamat:address NamaOrangTua:name Jurusan:education",
		"BenhNhan":       "HoTen:name NgaySinh:dob GioiTinh:gender SDT:phone DiaChi:address MatKhau:credential DanToc:ethnicity",
		"Dipendente":     "Nome:name CodiceFiscale:tax_id Stipendio:income",
		"Student":        "RollNo:customer_number FatherName:name Major:education Department:employment Image:photo",
		"Candidate":      "ExpectedSalary:income ResumeURL:employment CurrentCompany:employment CoverLetter:employment",
		"LabResult":      "Notes:health Result:health",
		"Guest":          "SpecialRequests:message IDProofNumber:national_id VehicleNumber:vehicle",
		"Registro":       "Nome:name CPF:tax_id",
		"KeysConfig":     "STRIPE_KEY:credential OpenAIKey:credential ResendToken:credential",
		"KeyAttributes":  "KEKHash:credential AccessTokenHMAC:credential",
		"TemplateData":   "ContactName:name RecipientEmail:email",
		"Order":          "CustomerName:name CustomerEmail:email ShippingAddress:address BuyerPhone:phone",
		"Comment":        "Author:name AuthorEmail:email Body:message IP:ip",
		"Ansatt":         "Fornavn:name Etternavn:name Fodselsdato:dob Personnummer:national_id Mobilnr:phone",
		"Pelanggan":      "NamaLengkap:name TanggalLahir:dob Alamat:address NoHP:phone NIK:national_id KataSandi:credential",
		"Musteri":        "AdSoyad:name DogumTarihi:dob Eposta:email Sifre:credential Cinsiyet:gender",
		"Upload":         "ServiceMemberFirstName:name SessionUserEmail:email",
		"Shipping":       "StreetAddress1:address AddressLineTwo:address AddressZip:location",
		"OrderRequest":   "Address:address City:location PreviousEmail:email",
		"CardParams":     "Number:payment_card CVC:card_security AddressState:location AddressLine1:address Name:name",
		"HumanName":      "Given:name Family:name Prefix:name Text:name GivenName:name FamilyName:name",
		"IDDocument":     "Number:national_id IssuingCountry:immigration",
		"PayrollItem":    "EmployeeName:name BasicSalary:income Allowance:income EmployeeNumber:employment",
		"UserAvatar":     "URL:photo",
		"Client":         "FirstName:name LastName:name Email:email Phone:phone DateOfBirth:dob",
		"UserSettings":   "Username:username Email:email",
		"PasswordReset":  "LastSeenIP:ip",
		"LdapResp":       "FirstName:name LastName:name",
		"UserWithGroups": "Name:name",
		"Session":        "RefreshToken:credential ClientIP:ip UserAgent:device_id",
		"Config":         "SMTPPassword:credential ClientSecret:credential DBPassword:credential APIKey:credential JWTSecret:credential",
		"APIKey":         "Key:credential",
	} {
		var names, want []string
		for _, f := range strings.Fields(fields) {
			name, class, _ := strings.Cut(f, ":")
			names = append(names, name)
			if class != "" {
				want = append(want, name+" "+class+" high")
			}
		}
		got := classes(owner, names...)
		got = slices.DeleteFunc(got, func(s string) bool { return !strings.HasSuffix(s, " high") })
		if want = slices.DeleteFunc(want, func(s string) bool { return slices.Contains(got, s) }); len(want) > 0 {
			t.Errorf("%s: not found %q\namong %q", owner, want, got)
		}
	}
}

// TestTraps lists fields that look like what they are not.
func TestTraps(t *testing.T) {
	for owner, fields := range map[string][]string{
		"Customer": {"EmailTemplate", "EmailVerified bool", "EmailVerified", "PhoneRequired bool", "IsEmailConfirmed bool", "EmailFormat",
			"AddressBook Address", "Address Address", "CreatedAt time.Time", "EmailSentAt time.Time", "PasswordChangedAt time.Time", "PhoneCount int",
			"OnEmail func()", "EmailRegex", "EmailType", "PlanName", "GroupName", "PasswordResetURLTemplate", "Status",
			"EncryptedSSN", "EmailTpl *template.Template", "MaskedEmail", "NameServer", "TenantName", "PhoneType", "EmailCount int"},
		"DNSConfig":          {"NameServer", "Nameservers []string", "HostName", "DomainName", "ListenAddress", "BindAddr", "IPAllowlist []string", "UserAgent"},
		"Package":            {"Name", "PackageName", "FileName", "Path", "Title", "Description", "Address"},
		"Pod":                {"Name", "Namespace", "HostIP", "PodIP", "NodeName", "ServiceAccountName", "IP"},
		"Metric":             {"Name", "DisplayName", "Label", "Address"},
		"Column":             {"Name", "TableName", "DisplayName", "ColumnName", "Country"},
		"Tokenizer":          {"Tokenizer", "TokenType", "TokenCount int", "MaxTokens int", "NextPageToken", "PageToken"},
		"UserService":        {"Name", "Address", "Phones Address", "UserRepo any", "City"},
		"ServerConfig":       {"Name", "Address", "Host", "User", "Username", "RemoteAddr", "Language"},
		"Role":               {"Name", "DisplayName", "Description"},
		"ErrorResponse":      {"Message", "Code", "Title", "Details", "Status"},
		"ListResponse":       {"NextPageToken", "Cursor", "Message", "Name"},
		"LDAPConfig":         {"AttributeEmail", "EmailAttribute", "UserFilter", "GroupDN", "NameColumn"},
		"AttributeMap":       {"Name", "FamilyName", "Email", "Phone", "BirthDay bool"},
		"Memory":             {"Address", "Age", "State", "Race"},
		"CacheEntry":         {"Age int", "Key", "Value", "Hash", "MaxAge int"},
		"Commit":             {"Hash", "Message", "Code", "Signature", "Number"},
		"SecretKeySelector":  {"Key", "Name", "Optional bool"},
		"PasswordPolicy":     {"MinLength int", "PasswordPattern", "Value", "Name"},
		"ColorProfile":       {"Name", "Address", "Location"},
		"Expiry":             {"IDTokens", "SigningKeys", "RefreshTokens"},
		"TokenLifetime":      {"AccessToken", "Password"},
		"PrivacyVisibility":  {"Email", "Phone"},
		"EncryptedSecrets":   {"Password", "Secret", "Email"},
		"Contact":            {"Email EmailStatus", "Phone PhoneType", "State ContactState", "Address AddressFormat"},
		"PageTokens":         {"NextToken", "PrevToken", "PreviousToken"},
		"UserList":           {"UserGroupName", "CustomerRegionName"},
		"Address":            {"Address", "Region", "PrefixLength int", "Subnetwork"},
		"JournalEntryError":  {"Message", "Text", "Row int"},
		"ActivityUpdateReq":  {"Name"},
		"Version":            {"Major", "Minor", "Grade", "Image", "Department"},
		"IncomeStatement":    {"NetIncome decimal.Decimal", "GrossIncome float64"},
		"TaxRow":             {"UnemploymentInsuranceEmployer decimal.Decimal"},
		"CreateEntryLineReq": {"LineID", "EntryLineID"},
		"imageCandidate":     {"ImageURL", "Name"},
		"Player":             {"HP int", "Experience int", "Level int"},
		"Interconnect":       {"Name", "HumanReadableName"},
		"Measurement":        {"Temperature float64", "Result", "Notes"},
		"Keys":               {"PrimaryKey", "ForeignKey", "StripePublicKey", "CacheKey", "SortKey"},
		"Frame":              {"fname", "PayloadHash", "BodySHA256"},
		"MailClient":         {"Name", "Address", "Email Address"},
		"VacancyFilter":      {"FirstSalaryValue", "Location", "ExperienceInYears"},
		"Transfer":           {"NameOfFile", "NamaProduk", "NumberOfContacts int", "ListOfEmails int"},
		"Tenant":             {"Name", "Region"},
		"datastore":          {"driverName"},
		"AddTemplateRequest": {"Subject", "EmailTemplate"},
		"Dog":                {"Name", "Age int", "Photo"},
		"Row":                {"CommentParent", "TokenOwner", "SortedBy", "IndexedBy"},
		"GymClass":           {"Name", "Number", "Description"},
		"PaymentMethod":      {"Name", "Type"},
		"Invoice":            {"Number", "IssueDate"},
	} {
		got := slices.DeleteFunc(classes(owner, fields...), func(s string) bool { return strings.HasSuffix(s, " low") })
		if len(got) > 0 {
			t.Errorf("%s: %q", owner, got)
		}
	}
}

func TestConfidence(t *testing.T) {
	for _, test := range []struct {
		owner, fields, want string
	}{
		{"Record", "Email,Name", "Email email high,Name name high"},
		{"Record", "Name", ""},
		{"_", "Email,_,__", "Email email high"},
		{"", "Email", "Email email high"},
		{"Company", "Email,Phone,Name", "Email email medium,Phone phone medium"},
		{"Customer", "ID,UserID int", "ID user_id low,UserID user_id low"},
		{"Account", "Name", "Name name medium"},
		{"Account", "Code,Description", "Description unknown medium"},
		{"UserAccount", "Description", "Description unknown high"},
		{"Config", "AdminEmail", "AdminEmail email medium"},
		{"Patient", "Weight float64,Age int,Latitude float64", "Age age high,Latitude precise_location high"},
		{"Customer", "Email sql.NullString,Key crypto.PrivateKey,Born time.Time,Email any", "Email email high,Key credential high,Born dob high,Email email medium"},
		{"Employee", "Salary decimal.Decimal,Phone pgtype.Text,Born civil.Date,Birthday Date", "Salary income high,Phone phone high,Born dob high,Birthday dob high"},
		{"Patient", "Gender GenderType,Main Email,Name sql.Null[string]", "Gender gender high,Main email high,Name name high"},
		{"Bundle", "TLSKey *rsa.PrivateKey,TLSKey", "TLSKey credential high,TLSKey credential medium"},
		{"Order", "Name,Comment", "Name name low,Comment message medium"},
		{"Person", "FName,LName,BirthDay Date", "FName name high,LName name high,BirthDay dob high"},
		{"Row", "FName,LName", "FName name high,LName name high"},
		{"Task", "To,Subject,Body", "To email high,Subject message high,Body message high"},
		{"Payment", "DOBOfInsured,CityOfInsured,NombreDelCliente", "DOBOfInsured dob high,CityOfInsured location high,NombreDelCliente name high"},
		{"Upload", "NamaDebitur,KodePosTempatTinggal", "NamaDebitur name high,KodePosTempatTinggal location high"},
		{"EmployeeInfo", "JobTitleName,UniversityName,EmploymentStatusName", "JobTitleName employment high,UniversityName education high,EmploymentStatusName employment high"},
		{"Tenant", "FirstName,LastName,Phone", "FirstName name high,LastName name high,Phone phone high"},
		{"Tenant", "Name,Email,LeaseID *int", "Name name high,Email email high"},
		{"Form", "IdentityCardScanImg,PassportFront", "IdentityCardScanImg national_id high,PassportFront passport high"},
		{"EmailJob", "To,Subject,Body", "To email high,Subject message high,Body message high"},
		{"Config", "SendGridApiKey", "SendGridApiKey credential high"},
		{"User", "Bio *wrapperspb.StringValue,Avatar *url.URL,Locale language.Tag", "Bio unknown high,Avatar photo high,Locale language high"},
		{"Recipient", "Address,Extra map[string]string", "Address email high"},
		{"Parcel", "NamaKurir,TelpPengirim,TokenPengirim", "NamaKurir name high,TelpPengirim phone high,TokenPengirim credential high"},
		{"Case", "NIKKorban,Korban", "NIKKorban national_id high"},
		{"LabResult", "WitnessedBy,CreatedBy", "WitnessedBy name high,CreatedBy user_id low"},
		{"Email", "Value,Type", "Value email high"},
		{"ContactPoint", "Value,System", "Value phone high"},
		{"Gym", "FirstName,LastName,Number", "FirstName name high,LastName name high,Number phone high"},
		{"Gym", "FirstName,LastName,Number,Phone", "FirstName name high,LastName name high,Phone phone high"},
		{"Foo", "Religion,Gender,Height", "Religion belief high,Gender gender high,Height health high"},
		{"User", "Note,Description,UserContactInfoEmail", "Note message high,Description unknown high,UserContactInfoEmail email high"},
		{"Receipt", "Email,Mobile,Description", "Email email high,Mobile phone high,Description unknown medium"},
		{"Config", "ServiceAccountKey,LoginURL,VerificationLink,TOTPCode", "ServiceAccountKey credential high,TOTPCode credential high"},
		{"Trip", "DriverName", "DriverName name high"},
		{"UserFormatter", "Alamat,Telepon,Email", "Alamat address high,Telepon phone high,Email email high"},
		{"LogFormatter", "Name,Address", ""},
		{"Metadata", "FirstName,LastName,Number,IDType", "FirstName name high,LastName name high,Number national_id high"},
		{"Location", "Street,City,PostalCode", "Street address high,City location high,PostalCode location high"},
		{"User", "ReligionID int,GenderID int,MaritalStatusID int", "ReligionID belief medium,GenderID gender medium,MaritalStatusID family medium"},
		{"Lookup", "ReligionID int", ""},
		{"Share", "FolderPassword,PasswordFile,EncPassword", "FolderPassword credential high"},
		{"Kunde", "Bemerkungen,TelPrivat,PasswortAlt", "Bemerkungen message high,TelPrivat phone high,PasswortAlt credential high"},
	} {
		if got := strings.Join(classes(test.owner, strings.Split(test.fields, ",")...), ","); got != test.want {
			t.Errorf("%s {%s}: got %q, want %q", test.owner, test.fields, got, test.want)
		}
	}
}

func TestEvidence(t *testing.T) {
	for _, test := range []struct {
		s    discover.Struct
		want string
	}{
		{discover.Struct{Name: "Foo", Table: "public.customers"}, "Name name high"},
		{discover.Struct{Name: "Foo", Table: "products"}, ""},
		{discover.Struct{Name: "FooConfig", Table: "customers"}, ""},
		{discover.Struct{Name: "Foo", Embeds: []string{"Base", "Person"}}, "Name name high"},
		{discover.Struct{Name: "Handler", Embeds: []string{"Person"}}, ""},
		{discover.Struct{Name: "Foo", Roles: []string{"Buyer", "ShippedTo"}}, ""},
		{discover.Struct{Name: "Foo", Roles: []string{"Buyer", "Consignee"}}, "Name name high"},
		{discover.Struct{Name: "FooStore", Roles: []string{"Owner"}}, ""},
		{discover.Struct{Name: "Foo", Fields: []discover.Field{{Name: "Where", Type: "string", Kind: discover.String, Checks: []string{"required", "email"}}}}, "Where email high"},
		{discover.Struct{Name: "FooConfig", Fields: []discover.Field{{Name: "Where", Type: "string", Kind: discover.String, Checks: []string{"email"}}}}, "Where email low"},
		{discover.Struct{Name: "User", Fields: []discover.Field{{Name: "CommentsURL", Type: "string", Kind: discover.String, Tags: []discover.TagName{{Key: "xml", Name: "comments"}}}}}, ""},
		{discover.Struct{Name: "Foo", Fields: []discover.Field{{Name: "Where", Type: "bool", Kind: discover.Bool, Checks: []string{"email"}}}}, ""},
	} {
		if test.s.Fields == nil {
			test.s.Fields = []discover.Field{{Name: "Name", Type: "string", Kind: discover.String}}
		}
		var got []string
		for _, p := range discover.Classify(&test.s) {
			got = append(got, test.s.Fields[p.Field].Name+" "+p.Class+" "+p.Confidence.String())
		}
		if s := strings.Join(got, ","); s != test.want {
			t.Errorf("%s: got %q, want %q", test.s.Name, s, test.want)
		}
	}
}
