package discover

import (
	"slices"
	"strings"
)

// context is a kind of record.
type context uint8

const (
	other     context = iota // nothing is known of it
	technical                // part of the program: a service, a client, a cache
	config                   // settings of the program
	person                   // somebody, or what somebody entered
	place                    // a postal address
	mail                     // a letter with sender and recipients
	talk                     // what somebody wrote: a comment, a note
	card                     // a payment card
	bank                     // a bank account
	login                    // a visit, a session, an audit entry
	proof                    // what proves who somebody is
	health                   // medical findings
	phone                    // a telephone number
	company                  // an organization, which has a name and an address too
	thing                    // a thing that has a name: a role, a tag
	vault                    // a secret itself: a token, a key
	naming                   // somebody's name, in parts
	papers                   // a document with which somebody proves who he is
	pay                      // what somebody earns
	portrait                 // a picture of somebody
	deal                     // an order, a booking: it has a customer
	birth                    // when somebody was born
	inbox                    // an e-mail address with what it is for
	reach                    // how somebody can be reached, in whatever way
	self                     // somebody, by the name of the record, not by what stands in it
	contexts
)

// owner is what the name of a struct type says.
type owner struct {
	name       string
	in         [contexts]bool
	words      []string
	account    bool // an account, which may be named after anything
	entered    bool // what somebody sends in
	about      bool // not data, but something about data: how long it lives, what it is called
	twofold    bool // a part of the program by its name, but some persons are called that as well
	fetches    bool // says how the program fetches something: what it calls itself there is nobody's
	draft      bool // a letter that says neither who wrote it nor to whom
	kubernetes bool // an object of Kubernetes, where secrets are names of other objects
}

var (
	people = set(roles + abroad + ` user customer patient member employee person people contact guest subscriber student pupil teacher doctor
		physician practitioner nurse caregiver worker candidate applicant passenger traveler traveller renter resident
		citizen voter donor volunteer buyer shopper payer payee payor cardholder accountholder beneficiary policyholder
		participant attendee actor recipient sender author commenter signatory signer guardian spouse relatives friend follower
		player admin administrator moderator creator claimant borrower lender debtor creditor representative human
		individual householder invitee inviter speaker shareholder ubo userinfo requester requestor reporter assignee
		committer contributor winner tutor lecturer professor instructor apprentice freelancer lessee lessor landlord rider
		nominee cosigner tourist pilgrim refugee migrant detainee juror litigant defendant plaintiff emp cust usr
		committeemember pensioner retiree veteran servicemember father mother husband wife supervisor approver reviewer
		uploader submitter mentor mentee hirer
		winner staff organizer witness survivor alumnus trainee owner holder parent insured
		kunde kundin mitarbeiter mitarbeiterin benutzer nutzer patientin mitglied ansprechpartner teilnehmer personne utilisateur
		membre employe abonne usager usuario usuaria cliente empleado empleada miembro paciente persona alumno pessoa
		utilizador funcionario membro aluno utente dipendente paziente klant gebruiker medewerker persoon pacjent klient
		bruker ansatt anvandare medarbetare asiakas kayttaja henkilo musteri calisan kisi pengguna pelanggan karyawan siswa mahasiswa
		anggota pasien khachhang nhanvien nguoidung polzovatel klijent korisnik zakaznik uzivatel zamestnanec
		uzytkownik pracownik osoba yonghu kehu huiyuan yuangong huanzhe kokyaku shain kanja riyousha
		enfermeiro enfermeira medico medica dentista psicologo advogado professora aluna cidadao morador inquilino responsavel
		contribuinte motorista vendedor doctora profesor profesora docente estudiante apoderado enfermera abogado vecino socio
		trabajador trabajadora beneficiario huesped titular acudiente infirmier infirmiere medecin eleve
		etudiant etudiante professeur enseignant salarie salariee locataire proprietaire adherent benevole conjoint arzt aerztin
		schueler schuelerin lehrer lehrerin dozent studierende bewohner mieter vermieter angehoerige versicherter empfaenger
		absender bewerber bewerberin studente studentessa docenti infermiere insegnante inquilina cittadino socia leraar
		leerling verpleegkundige huurder bewoner lekarz pielegniarka uczen nauczyciel najemca lokator kierowca
		pegawai dosen dokter perawat penduduk warga orangtua penyewa penumpang pemilik atasan
		ogrenci ogretmen doktor hemsire kiraci bacsi benhnhan sinhvien giaovien hocsinh
		sotrudnik pacient vrach uchitel xuesheng jiaoshi laoshi yisheng hushi jiazhang larare lakare laege pasient
		potilas opiskelija pasajero hospede pacijent zaposleni ugyfel beteg angajat
		pharmacist therapist surgeon dentist psychologist midwife caretaker carer teammate colleague coworker cashier waiter
		receptionist lawyer attorney barrister accountant realtor coach athlete swimmer
		occupant homeowner  insuree annuitant bidder toddler
		jobseeker schooling educationdetail educationinfo educationhistory workhistory workexperience
		debitur kreditur nasabah pengelola petugas pemohon penjamin tertanggung asegurado deudor acreedor solicitante arrendatario
		conductor segurado devedor locatario assure debiteur demandeur conducteur schuldner antragsteller versicherungsnehmer fahrer
		assicurato debitore richiedente conducente officer
		heir grantor grantee testator nanny babysitter chaperone parishioner congregant clergy pastor inmate prisoner
		offender complainant petitioner respondent deceased decedent enrollee interviewee interviewer
		recruiter`)

	// entries are records about persons, unless something else is named before
	// them: a ColorProfile is none.
	entries = set(`account profile identity signup registration registrant register onboarding claim lead prospect subject
		personal enrollment enrolment signee professional resume curriculum cv`)

	places = set(`address addr adresse direccion endereco indirizzo adres anschrift dizhi jusho `)
	mails  = set(`complaint unsubscribe suppression spamreport mail email message msg envelope smtpmessage letter mailing bounce recipient  `)
	talks  = set(`discussion inquiry enquiry suggestion guestbook greeting voicemail utterance chatmessage whisper comment chat note reply review feedback conversation quote remark testimonial memo diary journal`)
	cards  = set(`card creditcard debitcard paymentcard`)
	banks  = set(`bankaccount bankacc bankacct savingsaccount currentaccount loanaccount bank sepa iban directdebit`)
	logins = set(`session login signin logout visit visitor audit auditlog auditentry accesslog clientinfo  loginlog device
		fingerprint pageview clickevent loginattempt request log activity event`)
	proofs = set(`verification verify recovery auth authentication reset otp totp passcode password passwordless credential token apikey secret
		mfa twofactor confirmation confirm activation invitation verifier challenge pat jwt`)
	healths = set(`patient diagnosis treatment prescription medication observation condition encounter allergy immunization
		medical clinical diagnosticreport healthrecord labresult labtest vital vaccination immunisation surgery triage medicalrecord
		exame anamnese anamnesis prontuario laudo receituario befund ordonnance diagnostico diagnose pemeriksaan rekammedis`)
	phones = set(`phone telephone mobile phonenumber telefon telefono`)

	configs = set(`config configuration conf cfg setting settings option options opts opt spec env environment flags smtp imap ldap
		database db postgres mysql mongodb redis kafka s3 basicauth preferences defaults limits map mapping`)
	technicals = set(`serializer presenter datastore objectstore filestore service svc server client handler controller repository repo repositories store storage dao manager provider
		factory builder logger writer reader parser lexer scanner encoder decoder formatter renderer template tpl tmpl middleware
		router route mux pool cache queue worker job scheduler cron cmd command cli flag mock fake stub suite metric metrics gauge
		counter histogram collector exporter cluster node pod container image volume deployment ingress namespace driver plugin
		module package file dir path table column index schema migration query queries adapter connector connection conn
		script listener watcher informer engine runner executor hook interceptor walker iterator stats statistics limiter quota registry
		resolver proxy gateway balancer codec dependency dependencies deps attachment marshaler transport dialer theme widget button menu helper util persister keeper
		matcher mapper mapping func function enum impl implementation test tests fixture generator processor dispatcher
		selector ref reference`)

	documents = set(`passport identitydocument iddocument identificationdocument iddoc traveldocument driverslicense driverlicense nationalid
		idcard identitycard kycdocument governmentid personaldocument`)
	deals     = set(`trip ride order delivery shipment shipping booking reservation appointment checkout consignment parcel bestellung commande pedido`)
	births    = set(`birthdate dateofbirth dob birthday birth geburtsdatum`)
	portraits = set(`avatar profilephoto profilepicture profileimage userphoto useravatar selfie headshot`)

	companies = set(`company organization organisation org business institution brand merchant store shop site vendor supplier
		manufacturer tenant workspace team department branch office warehouse location agency employer school university
		hospital clinic bankbranch firma unternehmen entreprise empresa azienda bedrijf gongsi kaisha organizacao`)
	kinds = set(`type kind role group permission scope policy rule field attribute property label tag category api endpoint status
		state step stage project product repository channel room topic event plan release version license key webhook
		integration app application domain host feature resource asset folder file book directory collection catalog
		price coupon discount variant branch commit issue ticket report badge task board campaign article page post question answer thread
		useraction hall building airport airline hotel restaurant vehicle course lecture exam quiz menuitem`)

	// records are words that say only that it is a record, or what is done with it.
	records = set(`dto do po vo bo model entity record row info information data detail details form input params parameters param args
		arg request req response resp reply res result payload body event json xml yaml view item entry list export import
		summary base basic full short public private representation resource doc document db sql pb proto object obj
		struct values value v update new old create get set add edit delete remove patch put post save find search upsert
		fetch load page paged simple raw admin internal external api tpl tmpl opts options wrapper extended minimal
		user model cond query filter lookup metadata`)
)

// verbs begin names that say what is done with a record.
var verbs = set(`create update get list search add delete new patch put post save store register edit invite find import export
	upsert change set remove fetch load send sync submit make do on before after callback admin my current complete confirm finish begin start init`)

// sources are words before an entry that say where it comes from.
var sources = set(`oauth oidc jwt custom my app id token social external public private provider openid saml ldap sso extra`)

// about says what kinds of record a type is, by its name and package.
func about(pkg, name string) owner {
	o := owner{name: name, words: split(name)}
	if len(o.words) == 0 { // the blank name
		o.byPackage(pkg)
		return o
	}
	for len(o.words) > 1 && number(o.words[len(o.words)-1]) {
		o.words = o.words[:len(o.words)-1]
	}
	o.kubernetes = ofKubernetes(pkg, o.words)
	head := o.words
	for len(head) > 1 && verbs[head[0]] {
		head = head[1:]
	}
	o.entered = entering[head[len(head)-1]]
	last := head[len(head)-1]
	for n := len(head); n > 1 && records[head[n-1]] && !o.compound(head) && !decides(head[n-1], head[:n-1]); n = len(head) {
		head = head[:n-1]
	}
	head = before(head)
	if n := len(head); n == 1 && len(o.words) == 2 && templates[head[0]] && o.words[1] == "data" {
		head = o.words[1:] // the data for any
	} else if n > 1 && n < len(o.words) && templates[head[n-1]] && fills[o.words[len(o.words)-1]] {
		head = head[:n-1] // the data for one
	}
	o.byHead(head)
	if o.in[config] && found[last] && directories[head[len(head)-1]] {
		o.in[config] = false // what was found in a directory, not how to reach it
	}
	o.byPackage(pkg)
	if outer, _, ok := strings.Cut(name, "."); ok && about(pkg, outer).in[config] {
		o.in[config] = true // a part of settings, which has no name of its own
	}
	return o
}

var (
	// entering are last words of types that somebody fills in and sends.
	entering = set(`request req form input payload dto`)

	// found are last words of types that hold what was looked up.
	found = set(`resp response result res reply entry record row user`)

	templates = set(`template tmpl tpl`)

	// fills are last words of types that hold what is put into a template.
	fills = set(`data param params parameters var vars values context args input payload model info`)

	// directories are services in which persons are looked up.
	directories = set(`ldap`)

	// links are words behind which a type's name says only what else it has or
	// what it is for.
	links = set(`with without to for from by in on via`)
)

// compound reports whether the last words make one word of a table, and notes
// what that says.
func (o *owner) compound(words []string) bool {
	for i := range len(words) - 1 {
		if o.mark(strings.Join(words[i:], ""), nil) {
			return true
		}
	}
	return false
}

// decides reports whether a word that is mostly filler says what the record is:
// there is nothing before it that would.
func decides(word string, before []string) bool {
	return word == "user" || word == "admin" ||
		!slices.ContainsFunc(before, func(w string) bool { return !records[w] || w == "user" || w == "admin" })
}

// byHead looks at the last words, which say what a thing is, and then at all of
// them: ChangeUserEmail and UserPicture are about users, whatever they do.
func (o *owner) byHead(head []string) {
	o.compound(head)
	last := head[len(head)-1]
	known := o.mark(last, head[:len(head)-1])
	if mechanism(head) {
		o.in[config] = true
	}
	if n := len(head); n > 1 && wishes[last] && has(people, head[n-2]) {
		o.in[config], o.in[person] = false, true // somebody's settings
	}
	if n := len(head); n > 1 && last == "user" && has(served, head[n-2]) {
		o.in[config], o.in[person] = true, false // the account of a program
	}
	if n := len(head); n > 1 && last == "candidate" && has(things, head[n-2]) { // one of several images, versions, hosts
		known, o.in[person], o.in[thing] = true, false, true
	}
	o.about = has(aspects, last) || slices.ContainsFunc(head, func(w string) bool { return hidden[w] })
	o.twofold = has(twofold, last)
	if len(o.words) == 1 && tasks[last] { // one that the package, or nothing, tells about
		o.in[technical] = false
	}
	if o.in[technical] || o.in[config] || o.in[thing] || addresses[head[len(head)-1]] || slices.Contains(head, "template") {
		return
	}
	for i, w := range head {
		if i+1 < len(head) && w == "user" && noUser[head[i+1]] {
			continue
		}
		o.in[person] = o.in[person] || !known && has(people, w)
		for ctx, words := range soft {
			o.in[ctx] = o.in[ctx] || has(words, w) && (!faults[last] || ctx != talk && ctx != mail)
		}
	}
	if isNetwork(head) {
		o.in[place] = false
	}
}

// mechanism reports whether a type does a kind of authentication for the program:
// what it holds is the account of the program itself.
func mechanism(head []string) bool {
	n := len(head)
	return n > 1 && head[n-1] == "auth" && has(mechanisms, head[n-2])
}

var (
	mechanisms = set(`login plain smtp basic digest ntlm cram md5 proxy`)

	// served are words before a user that is a program's account somewhere. Those
	// of a database may as well be records in it.
	served = set(`linux unix posix sftp ftp smtp nats nkey rabbitmq`)

	// noUser are words that make something else of a user before them.
	noUser = set(`agent pool interface space defined input`)

	// aspects are last words of types that hold no data, but something about data.
	aspects = set(`expiry ttl lifetime lifespan timeout duration interval retention column visibility privacy placeholder translation
		tooltip regex pattern`)

	// faults are last words of types that say what went wrong.
	faults = set(`error err exception failure fault warning`)

	// hidden are words of types that hold data in a form that nobody can read.
	hidden = set(`encrypted masked redacted anonymized anonymised ciphered`)

	// wishes are last words of types that hold what somebody has set for himself.
	wishes = set(`settings preferences`)

	// twofold are parts of a program, and persons.
	twofold = set(`client provider driver agent manager worker host operator handler runner collector formatter serializer presenter`)

	// tasks are names of types that hold what is asked for.
	tasks = set(`command query`)

	// addresses are last words of types that say where something is, whatever
	// stands before.
	addresses = set(`url uri link href callback capabilities`)
)

// soft are contexts that any word of a name may give.
var soft = map[context]map[string]bool{
	place: places, mail: mails, talk: talks, proof: proofs, health: healths, login: set("login logout signin audit"),
	company: set("company organization organisation institution business merchant brand bank branch employer supplier vendor"),
}

// mark sets what the last word says, and reports whether it said something.
func (o *owner) mark(word string, before []string) bool {
	found := false
	if word == "code" && slices.ContainsFunc(before, func(w string) bool { return proofs[w] || proving[w] }) {
		// A promotion, a country and an error have codes too.
		o.in[proof], o.in[vault], found = true, true, true
	}
	for ctx, words := range map[context]map[string]bool{
		technical: technicals, config: configs, person: people, place: places, mail: mails, talk: talks, card: cards, bank: banks,
		login: logins, proof: proofs, health: healths, phone: phones, company: companies, thing: kinds,
		vault: proofs, papers: documents, portrait: portraits, deal: deals, birth: births,
	} {
		if has(words, word) {
			o.in[ctx], found = true, true
		}
	}
	if has(entries, word) && !slices.ContainsFunc(before, func(w string) bool { return !records[w] && !verbs[w] && !has(people, w) && !proofs[w] && !sources[w] }) {
		o.in[person], found = true, true
		o.account = has(set("account"), word)
	}
	if o.in[place] && isNetwork(o.words) {
		o.in[place] = false
	}
	return found
}

// proving are words before a code with which somebody proves something.
var proving = set(`login signin access security backup device oob magic email phone sms pairing`)

// conclusion notes what kind of record it is, because of these fields, if there are all
// of them.
type conclusion func(ctx context, names ...string)
