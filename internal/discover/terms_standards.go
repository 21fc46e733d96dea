package discover

// standards are names that published vocabularies give to what they hold, as far
// as the other tables do not have them: the standard claims of OpenID Connect, the
// user of SCIM, vCard and jCard, Person and PostalAddress of schema.org,
// inetOrgPerson of LDAP, the users of Microsoft Graph and Google People, customers
// and cards of Stripe, Adyen and PayPal, the parties of ISO 20022, the passenger
// data of airlines, HL7 FHIR, and what tools against data loss look for. Besides,
// what employers, insurers, courts, matchmakers, gyms and carriers note of
// somebody, and the usual abbreviations and slips.
var standards = []group{
	{"name", only(High, person), `
		sn fn nm formattedname displaynamelastfirst unstructuredname badgename linemanager reportingmanager managername
		partnername additionalname honorificsuffix`},
	{"name", only(High, person, health), `generalpractitioner`},
	{"name", only(High, person, deal).where(Medium, other), `drivername`},
	{"name", only(High, deal), `notifyparty deliveredto receivedby consignee shipper addressee`},
	{"username", clear, `usrname usernm`},
	{"username", only(High, person, login, proof), `usr uname`},
	{"username", only(High, person), `ims imaddress impp imhandle mailnickname`},
	{"email", clear, `emailadr emailadress emial emailaddres`},
	{"email", only(High, person), `proxyaddress othermail`},
	{"email", only(High, inbox), `value display`},
	{"phone", clear, `phnenb phonenb mobnb faxnb phno mobileph callingparty calledparty callerid callingpartynumber calledpartynumber
		landlinenumber telprivat teldirekt telgeschaeftlich telgeschaeft telmobil telzentrale businessphone businessphonenumber driverphone driverphonenumber receiverphone receiverphonenumber telp tlp notlp nomertelp`},
	{"phone", only(High, person), `pager mob ph`},
	{"phone", only(High, phone, person), `nationalnumber`},
	{"phone", only(High, phone), `value`},
	{"phone", only(High, reach), `value contact number contactinfo contactinformation contactdetail`},
	{"address", clear, `receiveraddress adrline strtnm bldgnb housenumberorname lieferadresszeile rechnungsadresszeile postofficeboxnumber streetnm addressln1 addressln2 addrln1 addrln2`},
	{"address", only(High, person, place), `premise subpremise thoroughfare postofficebox`},
	{"address", personal, `adr adress adrs addres addrs`},
	{"address", only(High, person), `roomno residences`},
	{"location", clear, `pstcd twnnm ctrysubdvsn ctryofres`},
	{"location", only(High, person, place, deal), `stateorprovince adminarea1 adminarea2 billingstate shippingstate stateprovincecode`},
	{"location", only(High, person), `deathplace placeofdeath arrestlocation officelocation usagelocation`},
	{"birthplace", sure, `ctryofbirth prvcofbirth provinceofbirth stateofbirth birthstate birthprovince birthdistrict birthtown`},
	{"gender", clear, `gendr biologicalsex sexatbirth legalsex`},
	{"language", only(High, person), `spokenlanguage knowslanguage registrationlanguage communicationlanguage correspondencelanguage
		nativelanguage mothertongue firstlanguage`},
	{"employment", only(High, person), `
		badgenumber badgeno workno hiredate employeehiredate joiningdate dateofjoining
		dateofhire terminationdate terminationreason costcenter division departmentnumber departmentname performancerating skill
		certification noticeperiod responsibility pastproject worksfor affiliation jobdescription workhistory workexperience
		employmenthistory coverletter resume resumeurl cv cvurl speciality specialty licensedin`},
	{"employment", only(High, naming), `rank experience`},
	{"education", only(High, person), `alumniof educationhistory schoolattended lastschool`},
	{"income", only(High, person), `sourceoffund sourceofincome sourceofwealth wealth`},
	{"immigration", clear, `
		visatype visaexpiry visaexpirydate visaissuedate workpermit workpermitnumber workpermitexpiry residencepermit
		residencepermitnumber alienregistrationnumber aliennumber greencardnumber countryofcitizenship kewarganegaraan kebangsaan`},
	{"national_id", sure, `iqama ghanacard ghanacardnumber omangnumber knowntravelernumber redressnumber personalidnumber socialinsurancenumber`},
	{"national_id", only(High, person), `sin idproof idproofnumber`},
	{"tax_id", likely, `taxidentifier`},
	{"political_opinion", clear, `politicallyexposed politicalexposure politicalleaning politicalbelief`},
	{"family", only(High, person), `
		anniversary weddingdate kid wantschildren wantskids familyplan relative sibling parents dependents dependants
		relationshipgoal relationshiptype relationshiptopatient relationshiptoemployee emergencycontactrelationship emergencycontactrelation`},
	{"health", only(High, person, health), `
		height weight bmi bodytype bodyfat bodyfatpercentage bodyweight waist waistcircumference smoker smokerstatus drug injury
		preexistingcondition fitnessgoal fitnesslevel activitylevel restingheartrate mealpreference dietarypreference
		dietarychoice specialassistance accessibilityneed healthdetail healthnote healthinfo medicalinfo medicalinformation
		causeofdeath injurydescription reasonforvisit reasonforadmission admissionreason treatmentdetail visitreason`},
	{"criminal_record", only(High, person), `offense offence crime conviction verdict arrestdate dateofarrest crimetype priorconviction arrestreason`},
	{"health_plan", only(High, person, health), `insuranceprovider`},
	{"vehicle", clear, `carlicense`},
	{"customer_number", clear, `prisonernumber inmatenumber donornumber clientnumber clientno policyholderno`},
	{"message", clear, `testimony witnessstatement`},
	{"photo", only(High, person), `coverphoto coverimage coverpicture mugshot mugshoturl idproofimage`},
	{"photo", only(Medium, person), `bannerimage banner`},
	{"photo", everywhere(High).where(Low, thing, company).where(None, technical, config), `avatarstatic avatarremoteurl avatarthumbnail avatarsmall avatarmedium avatarlarge avatardata`},
	{"profile_url", only(High, person), `mysite blogurl personalpage`},
	{"unknown", only(High, person), `
		intro introduction selfdescription slogan statusmessage statustext eyecolor eyecolour haircolor haircolour tshirtsize shirtsize
		shoesize zodiac zodiacsign starsign personality`},
	{"credential", sure, `pswd psswd passwrd paswd pasword psword passwordd userpasswd usrpwd puk pukcode puk1 puk2`},
}

// accesses are keys, codes and links with which somebody, or something, gets in, by
// what stands before them. A key alone may be that of a map, a code one of a
// currency, a link one to a page for everybody.
var accesses = []group{
	{"credential", sure, product(`
		private secret api auth authentication signing encryption decryption master serviceaccount storageaccount sharedaccess sas
		hmac eabhmac ssecustomer aes des rsa ecdsa ed25519 jwt cookie wrapping pgp gpg recovery activation reset confirmation invite unlock pairing
		preshared shared wpa wifi symmetric admin write`, `key`)},
	{"credential", sure, product(`
		verification verify confirmation confirm activation reset recovery backup login signin signup otp totp sms mfa twofactor
		twostep tfa onetime unlock pairing magic passwordreset emailverification emailconfirmation`, `code pin`)},
	{"credential", sure, product(`reset recovery activation confirmation magic invite invitation passwordreset`, `link`)},
	{"credential", sure, `
		serviceaccountjson serviceaccountcredential kubeconfigdata keystorepass truststorepass bindpwd clientpwd proxypassword proxypwd
		basicauthpassword dockerconfigjson htpasswd keymaterial rawkey pkcs8 pkcs1 pfx otpauthurl otpauthuri otpuri otpurl
		totpuri totpurl provisioninguri samlresponse samlassertion serviceticket macaroon proxyauthorization apppassword basicauth seckey signkey sessid signedjwt verficationcode
		jawabankeamanan respuestaseguridad respuestasecreta respostaseguranca reponsesecrete sicherheitsantwort`},
}
