package discover

// names are words for who somebody is.
var names = []group{
	{"name", clear, `
		firstname lastname givenname familyname surname middlename maidenname realname forename
		middleinitial birthname cardholdername holdername accountholdername accountholder cardholder
		preferredname legalfirstname legallastname firstnamekana lastnamekana namekana mothersname fathersname
		vorname nachname familienname geburtsname mittelname prenom nomdefamille nomcomplet nomdenaissance nomusage
		primernombre segundonombre apellido primerapellido segundoapellido nombrecompleto nombreapellidos
		sobrenome nomecompleto primeironome ultimonome nomemae nomepai nomedamae cognome nominativo
		voornaam achternaam tussenvoegsel familienaam geboortenaam volledigenaam nazwisko imienazwisko
		xingming zhenshixingming shimei seimei namaekana furigana
		fornavn etternavn efternavn fornamn efternamn mellemnavn mellomnavn etunimi sukunimi kokonimi soyad soyadi adsoyad
		namalengkap namadepan namabelakang hoten familiya imya otchestvo fio jmeno prijmeni prezime vezeteknev keresztnev prenume
		firstnm lastnm fullnm custname custnm empname empnm nameoncard nameonaccount nameasperbank patientfullname
		guardiansname husbandname wifename paternalname maternalname mothermaidenname givennames secondlastname surnames secondname`},
	{"name", clear.where(Medium, thing, company), `fullname`},
	{"name", only(High, person, naming).where(Low, other), `fname lname`},
	{"name", only(High, naming), `given family first last middle prefix suffix text maiden full formatted name`},
	{"name", everywhere(Medium).where(High, person).where(Low, technical, config), `titlename nametitle namelocal nametranslit`},
	{"name", only(Medium, person).where(High, place), `contact contactperson attention attn careof`},
	{"name", everywhere(High).where(Low, technical, config), `
		customername patientname employeename membername guestname subscribername buyername payername payeename
		recipientname sendername authorname ownername contactname studentname passengername beneficiaryname
		representativename spousename guardianname doctorname shippingname billingname
		consigneename receivername callername calleridname verifiedname attendeename candidatename
		kundenname clientfullname nomclient nomutilisateurcomplet nombrecliente nomecliente naamklant
		nomepagador nomesacado nomecomprador nombretitular nometitular`},
	{"name", only(High, person, naming), `namesuffix nameprefix`},
	{"name", likely.where(High, health).where(Low, other), `parentname childname`},
	{"name", only(High, person).where(Medium, phone).where(Low, mail, login, bank, card, talk, deal), `name`},
	{"name", everywhere(Low).where(High, person, talk, mail, proof).where(Medium, login).where(None, technical, config), `
		displayname`},
	{"name", everywhere(Medium).where(High, person).where(Low, technical, config, company), `legalname fullnamealias`},
	{"name", personal, `
		nom nombre nome naam nombres imie namae preferredfirstname commonname cn suffix initials knownas goesby salutationname
		titleandname patronymic prefixname kana`},
	{"name", everywhere(High).where(Low, technical, config), `author maintainer`},
	{"name", everywhere(Medium).where(Low, technical, config), `
		contributorname creatorname signatory`},
	{"name", everywhere(Medium).where(High, person, health, deal).where(Low, technical, config), `emergencycontact nextofkin emergencycontactperson`},
	{"username", everywhere(High).where(Medium, proof).where(None, config).where(Low, technical), `
		username loginname userlogin loginid screenname preferredusername userprincipalname upn samaccountname
		twitterusername twitterhandle githubusername githublogin instagramhandle telegramusername skypeid wechatid qq
		benutzername benutzerkennung anmeldename nutzername nomutilisateur nomdutilisateur identifiantconnexion
		brukernavn brugernavn anvandarnamn kayttajatunnus kullaniciadi namapengguna tendangnhap uzivatelskejmeno
		nombreusuario nombredeusuario nombreusuariologin nomeutente nomeusuario nomedeusuario gebruikersnaam inlognaam
		nazwauzytkownika yonghuming dengluming yuzamei`},
	{"username", everywhere(High).where(Low, technical, config, thing), `
		nickname pseudonym nick nicheng apodo apelido soprannome bijnaam spitzname surnom pseudonyme usernick`},
	{"username", personal.where(None, technical, config), `
		login handle pseudo usuario utente gebruiker benutzer utilisateur identifiant mastodon twitter skype telegram
		instagram useraccount alias`},
	{"username", only(High, person), `lineid`},
	{"username", only(Medium, proof, person).where(High, login), `identifier`},
	{"username", everywhere(High).where(Low, technical, config), `loginhint`},
	{"username", vague, `accountname`},
	{"username", only(High, person, talk), `acct globalname`},
	{"username", everywhere(Low).where(Medium, mail, proof, person).where(High, login, talk).where(None, technical, config), `actor user`},
	{"username", only(High, login, proof), `operator principal`},
	{"username", everywhere(High).where(Low, technical, config), `
		localpart assignee reviewer committer approver requester submitter uploader inviter invitee commenter signer mentionee`},
	{"username", only(High, person), `dn ldapdn distinguishedname`},
	{"signature", vague, `signature unterschrift firma assinatura firmadigitalizada handtekening podpis`},
	{"signature", clear, `signatureimage handwrittensignature signaturepng signatureblob`},
}

// numbers are words for what authorities, banks and businesses number people by.
var numbers = []group{
	{"ssn", sure, `
		ssn socialsecuritynumber socialsecurity socialsecurityno ssnlast4 ssnlastfour`},
	{"national_id", sure, `
		nationalid nationalidnumber nationalidno nationalidentifier nationalidentitynumber idcard idcardno idcardnumber
		identitycard identitycardnumber identitycardno governmentid governmentidnumber govid personalausweis
		personalausweisnummer ausweisnummer numerocni cartedidentite dni dninie nie curp cedula cedulaidentidad
		documentoidentidad documentoidentidade numerodocumento cartaidentita bsn burgerservicenummer pesel dowodosobisty
		numerdowodu shenfenzheng shenfenzhenghao sfz sfzh mynumber kojinbango aadhaar aadhar aadhaarnumber nino
		nationalinsurancenumber personnummer fodselsnummer cprnumber hetu jmbg egn numerosecuritesociale numsecu nir
		sozialversicherungsnummer svnr rentenversicherungsnummer
		adhaar adhar adharno adhaarno aadhaarno aadharno adhaarnumber aadharnumber nricnumber nricno cnicnumber cnicno hkid hkidno
		emiratesid emiratesidnumber iqamanumber noktp nomorktp nomorindukkependudukan tckimlik tckimlikno kimlikno cmnd cccd
		fodselsnr personnr cprnr henkilotunnus rodnecislo snils ppsnumber ppsn ahvnummer tajszam edipi dodid iddocumentnumber
		identitydocumentnumber iddocno citizenshipnumber voterid voteridnumber`},
	{"national_id", only(High, papers), `
		number documentnumber documentno documentid idnumber identifier uniqueidentifier no value mrz mrzline personalnumber`},
	{"immigration", only(High, papers), `issuingcountry issuingcountrycode countryofissue issuecountry`},
	{"passport", everywhere(High).where(Medium, other).where(Low, technical, config), `
		passportcountry passportissuingcountry passportissuecountry passportexpiry passportexpirydate passportissuedate`},
	{"national_id", only(High, person).where(Low, other), `
		nric cnic nik ktp curprfc cnp oib amka jmb
		idnumber idnum idno identificationnumber identitynumber identityno nin rg cpr citizenid personalcode personalid`},
	{"national_id", vague, `documentnumber documentno documento identification`},
	{"national_id", only(High, self).where(Medium, person), `numeroidentificacion identificacion`},
	{"tax_id", sure, `
		taxidnumber itin steuernummer steuerid steueridnr steueridentifikationsnummer cpf cpfcnpj numerocpf codicefiscale
		numerofiscal taxpayerid taxpayeridentificationnumber personaltaxid numeroidentificacionfiscal kodpodatkowy`},
	{"tax_id", sure, `panno pannumber pancard pancardnumber npwp rfcnumber kennitala`},
	{"tax_id", only(High, person), `pan rut rfc cuit cuil inn afm tfn`},
	{"tax_id", likely, `taxid taxnumber nif nip tin taxno`},
	{"passport", sure, `
		passport passportnumber passportno passportid passnummer reisepass reisepassnummer passeport numeropasseport pasaporte
		numeropasaporte passaporte numeropassaporte passaporto numeropassaporto paspoort paspoortnummer paszport
		numerpaszportu huzhao huzhaohao pasupoto visanumber visano traveldocumentnumber`},
	{"drivers_license", sure, `
		driverslicense driverlicense driverlicensenumber driverlicenseno driverslicensenumber driverslicenseno
		drivinglicense drivinglicence drivinglicensenumber drivinglicencenumber dlnumber fuehrerschein fuehrerscheinnummer
		permisdeconduire permisconduire numeropermis licenciaconducir permisoconducir carnetconducir cnh numerocnh
		patentediguida rijbewijs rijbewijsnummer prawojazdy jiazhao jiazhaohao menkyosho`},
	{"drivers_license", vague, `licensenumber licencenumber licenseno`},
	{"immigration", clear, `
		citizenship nationality immigrationstatus residencestatus visastatus staatsangehoerigkeit nationalite nacionalidad
		nacionalidade nazionalita cittadinanza nationaliteit obywatelstwo guoji kokuseki`},
	{"payment_card", sure, `
		cardnumber creditcardnumber creditcardno debitcardnumber ccnumber ccnum kreditkartennummer kreditkarte
		numerocartebancaire numerocartecredit numerotarjeta tarjetacredito numerocartao cartaocredito numerodocartao
		numerocarta cartadicredito creditcardnummer numerkarty yinhangkahao kurejittokadobango cardpan maskedpan
		cardexpiry cardexpiration cardexpirydate cardexpirationdate cardexpmonth cardexpyear`},
	{"payment_card", likely.where(High, card), `creditcard debitcard cardno kartennummer pan`},
	{"payment_card", only(High, card), `
		number expmonth expyear expiremonth expireyear expirymonth expiryyear expirationmonth expirationyear expiry exp
		expirationdate expirydate validthru holder numero nummer last4 lastfour`},
	{"card_security", sure, `
		cvv cvv2 cvc cvc2 cardcvv cardcvc cardsecuritycode cardverificationcode cardverificationvalue cardpin pinblock
		trackdata track1data track2data pruefziffer kartenpruefnummer codigoseguranca codigoseguridadtarjeta`},
	{"card_security", only(High, card), `securitycode csc pin track1 track2`},
	{"bank_account", sure, `
		iban ibanlast4 bankaccountnumber bankaccountno ibannumber kontonummer bankverbindung numerocompte numerodecompte
		numerocuenta numerodecuenta cuentabancaria clabe cbu numeroconta numerodaconta contabancaria contacorrente
		numeroconto rekeningnummer bankrekeningnummer numerkonta numerrachunku yinhangzhanghao kozabango bban`},
	{"bank_account", clear, `accountnumber accountno acctnumber acctno bankaccount sepaiban routingnumber sortcode`},
	{"bank_account", only(High, bank).where(None, config), `number account accountdigit accountnumberlast4`},
	{"bank_account", sure, `bankacctno bankacctnumber bankaccno accountnumberlast4 clearingnumberaccount norekening nomorrekening`},
	{"health_plan", clear, `
		insurancenumber insurancepolicynumber insuranceid healthinsurancenumber healthinsuranceid healthplanid
		krankenversicherungsnummer versichertennummer krankenkassennummer medicareid medicareid medicaidid medicarenumber
		mbi hicn medicarebeneficiaryidentifier subscribernumber beneficiarynumber healthinsurancepolicynumber nhif bpjs
		healthcardnumber numeroassurance numeroafiliacion numerobeneficiario hokenshabango`},
	{"medical_record", clear, `
		mrn medicalrecordnumber medicalrecordno patientid patientnumber patientno nhsnumber patientennummer
		numeropatient numerodossier numeropaciente numeroprontuario`},
	{"customer_number", clear.where(None, config), `
		customernumber customerno contractnumber membershipnumber membernumber memberno kundennummer kundennr
		vertragsnummer mitgliedsnummer numeroclient numeroabonne numerocliente numerodecliente codicecliente
		studentnumber studentno rollno rollnumber admissionno admissionnumber matriculationnumber matriculationno matrikelnummer
		matrikelnr matrnr enrollmentnumber enrollmentno enrolmentnumber enrolmentno loyaltyaccountnumber frequentflyerno
		klantnummer klantnr numerklienta huiyuanhao loyaltynumber loyaltycardnumber frequentflyernumber policyholdernumber`},
	{"vehicle", clear, `
		licenseplate licenceplate licenseplatenumber platenumber numberplate vehicleregistration vinnumber vehiclevin
		kennzeichen autokennzeichen plaqueimmatriculation immatriculation matriculavehiculo placavehiculo placaveiculo
		targaveicolo kenteken numerrejestracyjny chepai chepaihao`},
	{"vehicle", vague, `vin plate targa matricula placa`},
}
