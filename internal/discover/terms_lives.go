package discover

// lives are words of records about persons in particular walks of life: those
// of schools, hospitals, employers, insurers, hotels and marriage bureaus.
var lives = []group{
	{"name", everywhere(High).where(Low, technical, config), `
		fathername mothername grandfathername grandmothername nomineename guarantorname referencename familymembername childfullname
		parentsname guardianfullname ownerfullname  landlordname passengerfullname nursename doctorfullname
		teachername instructorname physicianname studentfullname employeefullname staffname workername leadname
		namaortu namaorangtua namapegawai namadosen namadokter namasuami namaistri namaanak namawali namapemilik namapenerima
		nombrealumno nombrepadre nombremadre nombretutor nombreapoderado nombremedico nombrehuesped nombreconductor
		nomedamae nomedopai nomemedico nomemotorista nomeresponsavel nomeprofessor nomeconjuge nompere nommere nomparent nommedecin
		nomeleve nometudiant nompatient patientenname vatername muttername elternname arztname schuelername lehrername
		nomepadre nomemadre nomemedico nomestudente hastaadi ogrenciadi doktoradi veliadi tenbenhnhan tensinhvien tennhanvien
		tenkhachhang tennguoidung bookedfor travellername travelername occupantname primaryguest leadguest
		accname`},
	{"name", everywhere(Medium).where(High, deal, health, person).where(Low, technical, config), `
		responsavel responsable responsabile verantwortlicher penanggungjawab
		doctor physician nurse surgeon therapist teacher instructor lecturer professor tutor guardian spouse husband wife father
		mother nominee guarantor landlord bookedby preparedby prescribedby referredby`},
	{"name", only(High, person, deal), `clientname`},
	{"name", only(High, person), `nama namasiswa adi gelar gelardepan gelarbelakang ten names fathers mothers penname stagename`},
	{"phone", clear, `
		tel1 tel2 tel3 phone3 mobile3 altphone altmobile alternatephone alternatemobile alternatenumber secondaryphone emergencynumber
		nohape nomorhape hpsiswa nohpsiswa nohportu nohpwali notelportu sdt sodt phoneno1 phoneno2 parentphone
		guardianphone guardiancontact fatherphone motherphone phonehome phonework phonemobile mphone cellnum telmovil
		telefono1 telefono2 telefone1 telefone2 celular1 celular2 gsm1 ceptel istel evtel`},
	{"phone", only(High, person), `wa viber contactno fono fone`},
	{"email", clear, `personalemail workemail officialemail companyemail institutionemail institutionalemail universityemail schoolemail
		parentemail guardianemail fatheremail motheremail secondaryemail backupemailaddress emailsecundario emailpersonal emailinstitucional
		emailinstitucional correoinstitucional correoelectronico1`},
	{"address", only(High, person, place).where(Low, other), `
		rt rw desa dusun kelurahandesa blok jalan jl sokak mahalle bulvar daire ulitsa dom kvartira xom ap duong
		pontoreferencia puntoreferencia barrio colonia manzana lote piso depto departamento`},
	{"address", only(High, place), `referencia reference`},
	{"location", only(High, person, place), `kota kotakabupaten asal quan huyen tinh xa phuong thanhpho gorod oblast ilce il sehir semt stadt wohnort
		bundesland canton kanton comuna distrito localidad partido cidadenatal domicilecity`},
	{"birthplace", sure, `tempatlahirktp quequan noisinh ciudadnacimiento lugarnac cidadenascimento naturalidade villenaissance paysnaissance mestorozhdeniya kotalahir`},
	{"age", only(High, person, health), `umur usia tuoi yas vozrast vek ika alder`},
	{"gender", only(High, person, health), `jk gioi pol pohlavie kelamin`},
	{"national_id", sure, `
		aadharcard aadhaarcard aadharcardnumber aadhaarcardnumber adharcard nkk nomornik tcno carteidentite numeroidentite
		nicnumber nationalidcard ghanacard ghanacardnumber bvn philsysid mykad mykadnumber icnumber kartupenduduk dnitutor dnialumno
		documentodni cinumber cinnumber cnicnum citizenidnumber emiratesidno idproofnumber idproofno proofidnumber`},
	{"tax_id", sure, `pancardno pannum npwpnumber nonpwp`},
	{"employment", only(High, person), `
		nip nidn legajo sicilno gonghao pangkat golongan jabatanfungsional chucvu phongban dolzhnost cargoactual
		currentcompany currentposition currentdesignation currenttitle previousemployer previouscompany yearsofexperience workexperience
		qualificationtitle specialty speciality especialidad especialidade specialite fachrichtung resume
		resumeurl resumelink resumepath cv cvurl cvlink coverletter coren licensurenumber medicallicense medicallicensenumber
		npinumber npi departmentname workemailaddress occupationtitle`},
	{"customer_number", only(High, person).where(Low, other), `
		nim npm nis nisn mssv masv xuehao stuno sno stunum matricula codigoestudiante codigoalumno legajoalumno carnet regno
		registrationno registrationnumber enrollno symbolno indexno admno hallticket hallticketno policynumber policyno membershipid
		membershipno loyaltyid codcliente codigocliente`},
	{"education", only(High, person), `
		pendidikan pendidikanterakhir jurusan prodi programstudi kelas asalsekolah sekolah fakultas angkatan ipk zhuanye xueyuan banji
		xueli trinhdo formacion formacao niveleducativo niveldeestudios carrera curso turma titulacion egitim mezuniyet bolum
		lastschool previousschool schoolname collegename universityname percentage cgpa marks tenthmarks twelfthmarks`},
	{"health", everywhere(High).where(Low, technical, config), `
		doctornotes clinicalnotes progressnotes treatmentplan treatmentnotes testresults labresults pasthistory familyhistory
		socialhistory surgeries historyofpresentillness hpi physicalexam physicalexamination vitalsigns bloodsugar oxygensaturation
		spo2 bodytemperature medicationhistory knownallergies drugallergies currentmedication immunizationstatus bloodgrp golongandarah
		riwayatalergi keluhan kangrubu nhommau tiensubenh chandoan motivoconsulta exameclinico examenfisico exploracionfisica
		antecedentespersonales antecedentesfamiliares observacoesclinicas hipotesediagnostica prescricao receituario laudo cid10 icd10
		befunde untersuchung motifconsultation ordonnance specialneeds medicalconditionsnotes dietaryrestrictions dietaryrequirements
		mentalstatus pregnancystatus isdisabled disabilitytype handicap`},
	{"health", only(High, person, health), `
		pulse glucose hemoglobin observacoesgerais evolucaoclinica disabilities`},
	{"health", only(High, health), `
		temperature assessment plan referral observacoes observaciones observations result results resultado resultados evolucao
		evolucion conduta remarks notes`},
	{"health", only(High, person), `dietarypreference smoking drinking`},
	{"health_plan", clear, `
		cartaosus cartaonacionalsaude cns obrasocial numeroobrasocial nroafiliado convenio numeroconvenio carteirinha numerocarteirinha
		krankenkasse krankenversicherung kassenname mutuelle numeromutuelle insuranceprovidername nobpjs nomorbpjs insurancecard
		insurancecardnumber insurancememberid insurancepolicy insuranceno baohiemyte sobaohiem`},
	{"bank_account", sure, `
		accno accnum accnumber bankaccno bankaccnumber nomorrek norek upi upihandle vpa savingsaccount
		savingsaccountnumber currentaccountnumber pfnumber uannumber esinumber pixkey chavedopix rib numerorek soatk sotaikhoan`},
	{"bank_account", only(High, person, bank, pay).where(Low, other), `bankaccountname routingno`},
	{"bank_account", everywhere(Low).where(Medium, person, bank, pay).where(None, technical, config), `bankifsc ifscno ifsc ifsccode bankifsccode`}, // of a branch
	{"income", clear, `
		expectedsalary currentsalary offeredsalary expectedctc currentctc annualctc basicpay hra salarypermonth salaryperyear
		penghasilanortu luong luongcoban mucluong thunhap salariomensal salarioatual rendabruta pretensaosalarial maas sueldoneto
		annualsalaryincome familyincome parentincome`},
	{"family", only(High, person), `relationshipstatus civilstatus maritialstatus statusnikah statuskawin honnhan children numberofkids`},
	{"ethnicity", only(High, person), `caste subcaste dantoc suku raca racacor tribe racecode`},
	{"ethnicity", clear, `racaetnia grupoetnico ethnicityname racename`},
	{"belief", only(High, person), `tongiao dantoctongiao sect`},
	{"sexual_orientation", only(High, person), `interestedin lookingfor genderpreference preferredgender`},
	{"vehicle", only(High, person, deal), `
		carnumber carplate carregistration platno vehicleno vehiclenumber vehicleregno vehicleregistrationnumber enginenumber chassisno
		plateno placa patente bienso biensoxe`},
	{"photo", everywhere(High).where(None, technical, config), `
		photouri thumbnailphotourl avatarimageurl fotoprofil fotosiswa urlfoto fotourl anhdaidien headimage profileimg profileimgurl
		profilepicturelink passportsizephoto idcardimage idfrontimage idbackimage cnicfront cnicback studentphoto
		employeephoto patientphoto userimageurl profilethumbnail displaypicture dpurl`},
	{"username", everywhere(High).where(Low, technical, config), `
		weixin contactwx wx wxid wechatno wechatnumber qqno lineaccount kakaoid zaloid tendangnhapnguoidung taikhoan
		twitchusername redditusername linkedinusername facebookusername snapchat`},
	{"credential", sure, `
		ott kek dek kekhash matkhau parol lozinka loesenord haslohash sandi katasandihash kunci sifrehash claveusuario clavesecreta
		clavehash transactionpassword securitypin atmpin txnpin loginotp mobileotp emailotp otpvalue authcookies setcookie
		sessionhash linktoken presignedurl signedurl uploadtoken downloadtoken sharetoken embedtoken devicetokenhash clientauth`},
	{"credential", everywhere(Medium), `dsn dburl databaseurl dbdsn connectionstring connstr dburi mongouri mongodburi postgresurl`},
	{"message", everywhere(Low).where(High, deal, talk, mail, person).where(None, technical, config), `
		specialrequest specialrequests specialinstructions deliveryinstructions deliverynote deliverynotes customermessage guestnotes
		guestnote customernotes giftmessage buyermessage ordercomment catatanpembeli yorumlar`},
	{"unknown", only(High, person), `interests hobbies hobby tagline braggingrights about tentang gioithieu hakkimda gecos tentangsaya`},
	{"unknown", vague, `motto headline achievements languages`},
	{"profile_url", only(High, person), `homepageuri portfolio portfoliourl githubprofile linkedinlink facebooklink instagramlink githublink twitterlink`},
	{"precise_location", everywhere(Medium).where(High, person, login).where(Low, technical, config), `checkinlocation pickuplocation dropofflocation clockinlocation gpslat gpslng
		locationlat locationlng latlocation longlocation lastlat lastlng checkinlat checkinlng`},
}
