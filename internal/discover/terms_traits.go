package discover

// traits are words for what somebody is like.
var traits = []group{
	{"dob", sure, `
		dob dateofbirth birthdate birthday dateborn bornon bornat birthyear yearofbirth birthmonth birthdt
		 geburtsdatum geburtstag geburtsjahr datenaissance datedenaissance fechanacimiento
		fechadenacimiento datanascimento datadenascimento dtnascimento datanascita datadinascita geboortedatum
		birthdayat birthdatetime datesofbirth fodselsdato fodselsdag fodelsedatum syntymaaika dogumtarihi tanggallahir ngaysinh
		datarozhdeniya datumnarozeni datumrodjenja szuletesidatum
		dataurodzenia shengri chushengriqi seinengappi tanjobi`},
	{"dob", only(High, person), `born birth nascimento nacimiento naissance`},
	{"birthplace", sure, `
		birthplace placeofbirth birthcity birthcountry cityofbirth countryofbirth geburtsort lieunaissance
		tempatlahir dogumyeri fodested syntymapaikka
		lieudenaissance lugarnacimiento lugardenacimiento luogonascita luogodinascita localnascimento geboorteplaats
		miejsceurodzenia`},
	{"age", only(High, person, health), `age agegroup ageband agerange edad idade eta leeftijd wiek nianling nenrei`},
	{"gender", clear, `jeniskelamin cinsiyet gioitinh kjonn sukupuoli pohlavi
		gender geschlecht sexo geslacht xingbie seibetsu pronoun anrede civilite genderidentity`},
	{"gender", personal, `sex sexe sesso genere genero plec salutation honorific honorificprefix`},
	{"language", only(High, person).where(Medium, login), `
		language lang locale preferredlanguage preferredlocale sprache langue idioma lingua taal jezyk yuyan`},
	{"language", everywhere(High).where(None, technical, config), `userlanguage userlocale acceptlanguage preferredlanguage`},
	{"employment", everywhere(High).where(Low, technical, config), `
		employeenumber employeeno employeecode empno empcode staffno staffcode staffnumber personnelnumber personnelno payrollnumber`},
	{"employment", only(High, person), `positionname designationname jobname jobrole jobgrade pekerjaan jabatan specialization specialisation`},
	{"employment", vague, `title`},
	{"employment", likely, `
		jobtitle occupation profession beruf arbeitgeber employer emploi puesto profissao mansione beroep zawod zhiwei
		shokugyo currentemployer workplace personalnummer`},
	{"employment", only(High, person), `position designation jobposition cargo poste functie stanowisko`},
	{"employment", only(High, person), `department`},
	{"employment", vague, `job departement abteilung`},
	{"employment", only(High, person), `experienceinyears yearsexperience employmentstatus unitkerja workunit`},
	{"employment", only(Low, person), `company companyname`},
	{"income", clear, `
		salary wage annualincome monthlyincome networth creditscore gehalt einkommen jahreseinkommen
		basicsalary grosssalary netsalary grosspay netpay takehomepay annualsalary monthlysalary salaryamount hourlywage
		dailywage wageamount grosswage netwage householdincome disposableincome
		salaire revenuannuel salario stipendio reddito inkomen pensja zarobki gongzi nenshu basesalary`},
	{"income", everywhere(Low).where(High, person, pay).where(None, technical, config), `grossincome netincome hourlyrate payrate compensation remuneration`},
	{"income", only(High, pay), `
		amount gross net basic bonus allowance deduction contribution overtime advance loan repayment commission increment raise
		incometax withholding pension benefit`},
	{"income", only(High, person), `income lohn revenu renda creditrating`},
	{"education", only(High, person), `
		education school university college degree gpa bildung escolaridad escolaridade major highschool almamater qualification
		qualifications educationlevel educationallevel lastdegree fieldofstudy`},
	{"education", only(High, person), `grade semester faculty yearofstudy graduationyear passingyear batch classname`},
	{"family", only(High, person), `relationship relation`},
	{"family", clear, `
		statusperkawinan medenihali sivilstatus siviilisaaty
		maritalstatus numberofchildren familienstand situationfamiliale etatcivil estadocivil statocivile
		burgerlijkestaat stancywilny hunyin hunyinzhuangkuang dependentscount`},
	{"health", everywhere(High).where(Low, technical, config), `
		diagnoses medicalhistory medicalcondition medicalconditions bloodtype bloodgroup allergies
		healthcondition medicalnotes icd10code diagnosiscode disability mentalhealth blutgruppe allergien
		krankengeschichte antecedentsmedicaux groupesanguin allergiesconnues historialmedico gruposanguineo alergias
		tiposanguineo grupposanguigno bloedgroep grupakrwi xuexing ketsuekigata vaccinationstatus hivstatus pregnancy
		prescription symptom`},
	{"health", everywhere(Low).where(High, person, health), `healthstatus`},
	{"health", everywhere(High).where(Low, technical, config), `medication`},
	{"health", everywhere(Medium).where(High, person, health).where(Low, technical, config), `
		diagnosis allergy diagnose diagnostico diagnosi medicamento treatment`},
	{"health", clear, `
		chiefcomplaint presentingcomplaint bloodpressure heartrate labresult surgicalhistory familymedicalhistory
		currentmedications chroniccondition chronicdisease vaccinations immunizations hba1c`},
	{"health", only(Medium, person).where(High, health), `disease illness vitals medications symptoms complaint`},
	{"health", only(High, health), `conclusion finding condition dosage note interpretation`},
	{"biometric", clear, `
		fingerprinttemplate facetemplate faceembedding facedescriptor voiceprint irisscan retinascan biometric biometricdata
		biometrics faceencoding huella gesichtsscan empreintedigitale`},
	{"biometric", vague, `fingerprint face faceid`},
	{"genetic", clear, `genome genotype dnasequence geneticdata dnasample`},
	{"genetic", vague, `dna`},
	{"belief", only(High, person), `agama din inanc`},
	{"belief", clear, `religion religiousbelief religiousaffiliation konfession religione confessione geloofsovertuiging wyznanie zongjiao shukyo`},
	{"belief", vague, `faith church denomination`},
	{"political_opinion", clear, `politicalparty politicalaffiliation politicalview politicalopinion partymembership votingintention`},
	{"union", clear, `unionmembership tradeunion tradeunionmember gewerkschaft gewerkschaftszugehoerigkeit`},
	{"ethnicity", clear, `ethnicity ethnicgroup ethnicorigin minzu etnia etnicidad etnicidade ethnie raceethnicity`},
	{"ethnicity", vague, `race raza razza`},
	{"sexual_orientation", clear, `sexualorientation sexualpreference sexuality orientationsexuelle orientacionsexual orientacaosexual`},
	{"criminal_record", clear, `
		criminalrecord criminalhistory convictions vorstrafen fuehrungszeugnis casierjudiciaire antecedentespenales
		antecedentescriminais casellariogiudiziale`},
	{"unknown", only(High, person), `bio biography aboutme about selfintroduction bios steckbrief semblanza personaldata`},
	{"unknown", everywhere(Medium).where(High, person), `dateofdeath deathdate deceaseddate deceasedat sterbedatum datedeces fechadefuncion`},
	{"unknown", everywhere(High).where(Low, technical, config, thing), `traits identitytraits`},
	{"unknown", everywhere(Medium).where(High, person, login, proof).where(Low, technical), `aboutme personaldetails userdetails`},
	{"unknown", only(High, person), `attribs customattributes attributes customfields notes`},
	{"unknown", only(High, person, login, proof), `claims additionalclaims extraclaims rawclaims customclaims`},
	{"unknown", vague, `vars`},
	{"unknown", only(High, self).where(Medium, person), `description`},
}

// texts are words for what somebody wrote or did.
var texts = []group{
	{"message", everywhere(High).where(None, config, technical), `
		messagebody messagetext messagecontent commenttext commentbody commentcontent emailbody mailbody emailsubject
		mailsubject notetopayer notetopayee privatenote customernote buyernote ordernote smstext smsbody chatmessage
		textmessage smsmessage voicemessage
		reviewtext reviewbody notetext privatemessage directmessage personalmessage transcript nachrichtentext
		messageprive mensajeprivado mensagemprivada usermessage
		applymessage requestmessage commentmessage feedbacktext`},
	{"message", only(High, talk, mail), `text content body html caption`},
	{"message", only(High, talk), `msg`},
	{"message", only(High, talk).where(Medium, mail), `comment feedback markdown remark quote orig original message reply note raw snippet`},
	{"message", only(High, mail), `subject body text html htmlbody textbody plaintext plain altbody snippet bodyhtml bodytext betreff sujet asunto assunto oggetto onderwerp`},
	{"message", everywhere(Low).where(Medium, deal).where(High, person, health, pay).where(None, technical, config), `comment note remark feedback kommentar commentaire comentario commento opmerking`},
	{"activity", everywhere(Medium).where(None, technical, config), `
		browsinghistory searchhistory purchasehistory loginhistory lastsearches watchhistory calllog`},
}
