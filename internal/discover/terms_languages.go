package discover

// languages are further words, class by class, as programs write them in other
// languages than English, and in short.
var languages = []group{
	{"name", clear, `
		rufname doppelname vorundnachname kontaktname kontoinhaber nomprenom prenomnom nomfamille nomjeunefille deuxiemeprenom
		nompatronymique titulairecompte nombresyapellidos apellidos apellidopaterno apellidomaterno nombrepila nombrepaciente
		nombreempleado nombrealumno nombrecontacto nombredestinatario titularcuenta nomesocial nomecivil nomedopai nomepaciente
		nomefuncionario nomealuno nomecontato nomeresponsavel nomeecognome cognomenome nomepaziente intestatario intestatarioconto
		roepnaam voorletters geslachtsnaam klantnaam contactnaam rekeninghouder imiona drugieimie nazwiskopanienskie imieinazwisko
		adisoyadi isimsoyisim soyisim kizliksoyadi anneadi babaadi hesapsahibi namapanggilan namaibu namaayah namaibukandung
		namapelanggan namapasien namakaryawan namasiswa lianxiren lianxirenxingming yonghuxingming kehuxingming huanzhexingming
		shoujianren shouhuoren polnoeimya devichyafamiliya fuldenavn fulltnavn tilltalsnamn kundenavn kundnamn kutsumanimi
		rodneprijmeni celejmeno teljesnev anyjaneve szuletesinev csaladinev utonev numefamilie numecomplet hovaten tenkhachhang
		imeprezime firstmiddlename firstnameen lastnameen firstnameth lastnameth`},
	{"email", clear, `
		emailprivat emailpro courrielpro correopersonal correocontacto emailcontato emailcontacto emailcorporativo emailpessoal
		emailpersonale elektronikposta surel alamatsurel adresaemail emailcim emailid1 email1 email2 altemail alternateemail
		emailaddress1 emailaddress2 mailid epostadress`},
	{"phone", clear, `
		festnetz festnetznummer mobiltelefon mobiltelefonnummer telefonprivat telefonmobil telefonedienst telephonefixe
		telephonemobile telmobile telfixe numerotel numportable numeroportable telephonedomicile telefonofijo telefonocasa
		telefonocelular telefonocontacto numerocelular numerotelefonico telefonefixo telefonecelular telefonecontato foneresidencial
		telefonocellulare numerocellulare recapitotelefonico telefonofisso mobieltelefoonnummer telnr telefoonnr telefonkontaktowy
		telefonstacjonarny nrtelefonu numerkomorkowy telefonno ceptelefonno cepno gsmno nomorhandphone notelepon notelpon
		nomortelp nomorwa nowhatsapp lianxifangshi nomertelefona mobilnytelefon phno phonenbr mobnumber mobno mobilenum
		contactno contactnum contactmobile emergencyphone emergencycontactphone emergencycontactnumber dayphone eveningphone
		cellno cellphonenumber telephoneno telephonenum whatsappphone vibernumber callernumber recipientnumber receivernumber
		sendernumber callingnumber callednumber destinationnumber tonumber fromnumber`},
	{"phone", only(High, phone), `areacode dialcode linenumber exchangecode e164`},
	{"address", clear, `
		postanschrift privatadresse wohnadresse meldeadresse heimatadresse strassenname strassenr strassehausnr adresszusatz
		adresszeile adresszeile1 adresszeile2 adressecomplete adresseligne1 adresseligne2 adressefacturation adresselivraison
		complementadresse numerovoie libellevoie nomvoie direccioncasa direccionfiscal direccionfacturacion direcciondomicilio
		numeroexterior numerointerior entrecalles enderecoresidencial enderecocobranca enderecocomercial enderecocompleto
		numerocasa indirizzofatturazione indirizzospedizione numerocivico huisnummertoevoeging factuuradres afleveradres
		thuisadres adreskorespondencyjny adreszameldowania nrdomu nrmieszkania numermieszkania ikametadresi isadresi
		teslimatadresi faturaadresi alamatdomisili alamatktp alamatpengiriman xiangxidizhi jiatingdizhi shouhuodizhi
		domashniyadres nomerdoma addressone addresstwo addresslinetwo addresslinethree streetaddress1 streetaddress2 streetone streettwo`},
	{"dob", sure, `
		gebdatum gebdat datenaiss anneenaissance fechanac fecnacimiento anonacimiento datanasc dtnasc anonascimento annonascita
		geboortejaar geboortedag dataur rokurodzenia dogumgunu dogumyili tgllahir godrozhdeniya datumnarozenia szuletesnap
		datanasterii syntymapaiva syntymavuosi fodelsear ngaythangnamsinh bday bdate dobstring birthdatestring`},
	{"dob", only(High, birth), `date year month day value text dateto datefrom`},
	{"national_id", sure, `
		rijksregisternummer numeronational numeroidentidad documentoidentificacion numerocedula numerodni tituloeleitor
		pispasep numeropis numerorg ctps emso asmenskodas isikukood personaskods teudatzehut residentregistrationnumber
		zhengjianhaoma zhengjianhao tckn tckimliknumarasi nomorkk nokk nikktp passportorid oibbroj`},
	{"tax_id", sure, `steuernr steueridentnummer numcpf cpfcliente codfiscale taxfilenumber uniquetaxpayerreference vergikimlikno`},
	{"tax_id", only(High, person, deal).where(Low, other), `vatnumber vatid vatno tinnumber nifcliente`},
	{"bank_account", sure, `
		ibannr ibannummer ibanno bankkonto numerorib numerocuentabancaria chavepix upiid bsbnumber rekeningbank hesapnumarasi
		hesapno numerrachunkubankowego kontobankowe cislouctu bankszamlaszam tilinumero bankaccnum bankaccountnum accountiban`},
	{"payment_card", sure, `ccno cardnum creditcardnum kartennr numcarte numtarjeta numcartao kartnumarasi nomorkartu xinyongkahao`},
	{"card_security", sure, `cvvcode cvccode cvvnumber kartenpruefziffer cryptogrammevisuel codigocvv`},
	{"credential", sure, `
		passwordconfirmation passwordrepeat passwordagain passwordverify passwordcheck passwordconfirm password1 password2 passwordnew
		passwordold passwordcurrent presharedkey psk wpapsk dbpass smtppass imappass rootpass adminpass proxypass ftppass sshpass
		userpass loginpass mailpass dbpwd userpwd loginpwd newpwd oldpwd confirmpwd totpseed otpseed totpkey authenticatorkey
		twofactorkey mfakey scratchcode emergencycode unlockcode unlockpin userpin loginpin transactionpin mpin tpin pairingcode
		storageaccountkey saskey sharedaccesskey sshprivatekey authheader repeatpassword claveacceso nuevacontrasena
		novasenha senhaatual nowehaslo yenisifre nieuwwachtwoord nouveaumotdepasse neuespasswort passwortwiederholung`},
	{"credential", everywhere(High).where(None, thing), `blockkey hashkey`},
	{"credential", only(High, proof), `confirmation confirm repeat retype`},
	{"username", everywhere(High).where(Medium, proof).where(None, config).where(Low, technical), `
		loginuser logonname userhandle gamertag discordusername discordtag slackusername slackhandle telegramhandle githubuser
		githubhandle gitlabusername twitteruser instagramuser tiktokhandle mastodonhandle blueskyhandle skypename jabberid
		weixinhao qqhao qqnumber alipayaccount nomconnexion loginusuario usuariologin nomeacesso nazwaloginu kullaniciad hesapadi
		namauser`},
	{"photo", everywhere(High).where(None, technical, config), `
		avatarpath avatarfile avatarfilename profilepicurl profilepicpath profilbild fotoperfil imagemperfil photoidentite
		faceimage faceimg facephoto idphoto passportphoto headshoturl selfieurl touxiangurl`},
	{"ip", everywhere(High).where(None, technical, config), `
		lastaccessip loginipaddr createip createdip registerip regip joinip posterip ipcliente ipusuario loginipaddress acceptip`},
	{"device_id", everywhere(High).where(None, technical, config), `
		androiddeviceid iosdeviceid expopushtoken imeinumber imei1 imei2 iccid simserial simserialnumber hwid bluetoothmac wifimac meid`},
	{"income", clear, `
		bruttogehalt nettogehalt bruttolohn nettolohn stundenlohn monatsgehalt salairebrut salairenet salairebase salariobruto
		salarioneto sueldo sueldobase sueldobruto sueldomensual ingresosmensuales salarioliquido rendamensal rendafamiliar
		stipendiolordo stipendionetto redditoannuo retribuzione brutosalaris nettosalaris brutoloon wynagrodzenie pensjabrutto
		brutmaas netmaas gaji gajipokok gajibersih gajikotor penghasilan penghasilanbulanan xinzi yuexin nianxin zarplata
		manadslon bruttopalkka`},
	{"employment", likely, `
		berufsbezeichnung stellenbezeichnung arbeitsstelle intituleposte employeur ocupacion profesion empleador ocupacao
		professione datoredilavoro functietitel werkgever pracodawca meslek profesi gongzuodanwei zhicheng dolzhnost rabotodatel`},
	{"family", clear, `
		familienstatus anzahlkinder nombreenfants numhijos numerohijos situacaofamiliar medenidurum statuspernikahan statuskawin
		semeynoepolozhenie`},
	{"health", everywhere(High).where(Low, technical, config), `
		comorbidity comorbidities anamnesis anamnese anamnesi vorerkrankungen unvertraeglichkeiten medikation medikamente
		schwerbehinderung gradderbehinderung antecedentsmedicaux enfermedades discapacidad doencas medicacao malattie farmaci
		disabilita aandoening choroby rozpoznanie hastaliklar riwayatpenyakit bingshi guominshi zhenduan zabolevanie pathology`},
	{"health", only(High, person, health), `
		allergie alergia alergias alerji alergi befund diagnosa krankheit maladie traitement enfermedad tratamiento doenca
		tratamento malattia terapia ziekte behandeling choroba leki hastalik teshis ilac penyakit jibing`},
	{"belief", clear, `religionszugehoerigkeit religiao zongjiaoxinyang veroispovedanie`},
	{"vehicle", clear, `nummernschild plakano nopolisi nomorpolisi chepaihaoma gosnomer rendszam placavehicular chassisnumber`},
	{"message", only(High, talk, mail, person).where(Low, other, deal), `
		nachricht nachrichten kommentartext anmerkung anmerkungen bemerkung bemerkungen notiz notizen opmerkingen commentaire remarque mensaje comentario observaciones mensagem
		observacao messaggio bericht opmerking wiadomosc komentarz uwagi mesaj yorum pesan komentar catatan liuyan beizhu`},
	{"unknown", everywhere(Medium).where(High, person).where(None, config), `usermetadata userattributes userproperties usertraits`},
}
