package discover

// contacts are words for where somebody can be reached or found.
var contacts = []group{
	{"email", clear, `
		email emailaddress emailaddr emailid useremail mailaddress mailaddr primaryemail recoveryemail backupemail
		contactemail courriel adresseemail adressemail adresseelectronique adressecourriel correoelectronico
		direccioncorreo emailadresse mailadresse emailkonto enderecoemail correioeletronico indirizzoemail indirizzomail
		emailaccount personalmail sahkoposti eposta epostaadresi epostadresse alamatemail electronicaddress pochta
		postaelettronica emailadres mailadres adresemail adrespoczty dianziyoujian youxiang meruadoresu`},
	{"phone", only(High, phone), `to recipient originator`},
	{"email", clear, `mail`},
	{"email", likely.where(High, mail), `correo posta epost bcc mailto deliveredto rcptto mailfrom`},
	{"email", everywhere(High).where(Medium, technical), `emailto emailrecipient mailrecipient recipientaddress notifyemail alertemail`},
	{"email", only(High, mail).where(Medium, talk), `
		to from cc sender recipient replyto rcpt returnpath envelopefrom envelopeto destinatario destinataire empfaenger
		absender remitente`},
	{"email", only(High, mail), `address addr mailbox`},
	{"email", only(Medium, other), `recipient`},
	{"email", everywhere(High).where(Medium, thing, other).where(Low, technical, config).where(None, talk), `replyto`},
	{"email", everywhere(Medium).where(Low, config), `contactaddress`},
	{"email", everywhere(High).where(Low, technical, config), `ccaddress bccaddress emailcc emailbcc`},
	{"phone", clear, `
		phone phonenumber phoneno phonenum mobilephone mobilenumber mobileno cellphone cellnumber telephone
		telephonenumber telnumber telno msisdn faxnumber smsnumber whatsapp whatsappnumber userphone
		homephone workphone officephone contactphone contactnumber mobilephonenumber
		telefon telefonnummer telefonnr handynummer mobilnummer rufnummer faxnummer numerodetelephone numerotelephone
		telephoneportable telefono numerotelefono numerodetelefono telefonomovil movil celular telefone numerotelefone
		telemovel cellulare numerodicellulare telefoonnummer telefoon mobielnummer gsmnummer numertelefonu telefonkomorkowy
		handphone handphonenumber nohp nomorhp nohandphone notelp nomortelepon telepon phone1 phone2 mobile1 mobile2 mobileno1
		telefonnumarasi ceptelefonu mobiltelefon mobilnr telefonnr telefonszam sodienthoai dienthoai puhelin puhelinnumero
		whatsappno phonemobile
		shouji shoujihao shoujihaoma dianhua dianhuahaoma lianxidianhua denwa denwabango keitaibango`},
	{"phone", clear, `mobile`},
	{"phone", likely, `fax phoneareacode telephoneareacode phoneprefix phoneextension phoneext phonecountrycode telephonecountrycode`},
	{"phone", personal, `tel cell handy landline portable gsm`},
	{"phone", only(High, phone), `number nummer numero extension`},
	{"address", clear, `
		streetaddress postaladdress mailingaddress homeaddress billingaddress shippingaddress deliveryaddress
		residentialaddress permanentaddress workaddress addressline addressline1 addressline2
		addressline3 address1 address2 streetline streetline1 streetline2 housenumber streetname streetnumber
		strasse hausnummer strassehausnummer anschrift wohnanschrift lieferadresse rechnungsadresse adressepostale
		adressedomicile numerorue direccionpostal direccionenvio domicilio callenumero endereco logradouro
		enderecoentrega indirizzo indirizzopostale indirizzoresidenza straatnaam huisnummer woonadres postadres
		gateadresse gatuadress vejnavn bostadsadress alamat alamatrumah alamatlengkap diachi osoite lahiosoite evadresi acikadres
		lakcim utca bydliste streetnr streetno streetnum houseno housenum flatno flatnumber doornumber doorno aptnumber buildingnumber
		addrline addrline1 addrline2 addr1 addr2 streetaddr postaladdr presentaddress currentaddress mailingaddr residenceaddress
		ulica adreszamieszkania numerdomu zhuzhi jiatingzhuzhi lianxidizhi jusho juusho pobox postbox postfach`},
	{"address", everywhere(Medium).where(High, person, place).where(Low, technical, config), `street calle rue straat`},
	{"address", personal, `direccion adresse adres dizhi residence apartmentnumber`},
	{"address", only(High, person, place, deal), `address addr`},
	{"address", everywhere(High).where(Low, technical, config), `fulladdress detailaddress detailedaddress addressdetail addressdetails completeaddress`},
	{"address", only(High, place), `
		landmark buildingname buildingno line4 roomnumber
		line1 line2 line3 formatted complement complemento number numero nummer building apartment unit
		suite floor apt via extended extendedaddress via`},
	{"location", everywhere(High).where(Medium, other).where(Low, technical, config), `
		postalcode zipcode postcode codepostal codigopostal postleitzahl plz codicepostale kodpocztowy youbian
		youzhengbianma yubinbango cep postnummer postnr postinumero postakodu kodepos psc iranyitoszam mabuuchinh`},
	{"location", everywhere(Medium).where(High, person, place, deal).where(Low, technical, config).where(None, mail), `
		city hometown wohnort ville ciudad cidade citta woonplaats miasto chengshi placeofresidence cityname
		`},
	{"location", only(High, person, place).where(Medium, login).where(Low, other), `
		zip country countrycode countryname homecountry residencecountry pais paese kraj land pays guojia`},
	{"location", only(High, place).where(Medium, person), `pincode`},
	{"location", everywhere(Medium).where(High, person, place).where(Low, technical, config), `countryofresidence residencecity residencestate`},
	{"location", only(High, place).where(Medium, person, login), `
		townname subdistrict village ward commune barangay kecamatan kelurahan kabupaten subdivision countrysubdivision
		countrysubdivisionstate stateorprovince stateregion administrativeareacode cityid
		town locality province county district region stateprovince statecode provincecode prefecture suburb
		municipality ort estado bairro municipio comune cap provincia nazione gemeente provincie wojewodztwo
		shengfen todofuken shikuchoson adminarea1 adminarea2 administrativearea postalcodeext neighborhood uf dependentlocality`},
	{"location", only(High, place).where(Low, person), `state`},
	{"location", only(High, person).where(Medium, login), `location`},
	{"location", everywhere(High).where(None, technical, config), `loginlocation lastloginlocation`},
	{"device_id", only(Medium, login), `browser`},
	{"precise_location", everywhere(Medium).where(High, person, login).where(Low, technical, config), `
		latitude longitude geolocation gpscoordinates gpslocation currentlocation lastlocation lastknownlocation
		homelocation breitengrad laengengrad latitud longitud latitudine longitudine`},
	{"precise_location", only(High, person).where(Low, other, place), `lat lng lon coordinates gps`},
	{"ip", everywhere(High).where(None, technical, config), `
		clientip remoteip userip lastip lastloginip loginip signupip registrationip creatorip visitorip realip sourceipaddress
		clientipaddress clientipaddr lastloginipaddress remoteipaddress authorip xforwardedfor adresseip direccionip
		currentloginip currentsigninip lastsigninip lastseenip ipcreated`},
	{"ip", everywhere(Medium).where(High, person, login, talk).where(None, technical, config), `ipaddress ipaddr remoteaddr remoteaddress`},
	{"ip", only(High, person, login, talk), `ip sourceip peerip ipv4 ipv6 ipv4address ipv6address`},
	{"device_id", everywhere(High).where(None, technical, config), `
		useragent deviceid deviceidentifier devicetoken imei imsi idfa idfv gaid advertisingid devicefingerprint
		browserfingerprint androidid fcmtoken apnstoken pushtoken udid deviceserial deviceserialnumber deviceuuid`},
	{"device_id", everywhere(Low).where(High, person, login), `macaddress fingerprintid browseragent agent macaddr`},
	{"cookie_id", everywhere(Medium).where(None, technical, config), `cookieid visitorid anonymousid gaclientid`},
	{"photo", everywhere(High).where(Low, thing, company).where(None, technical, config), `
		avatar avatarurl avatarimage avataruri avatarlink gravatar gravatarurl`},
	{"photo", everywhere(High).where(None, technical, config), `
		profilepicture profilepic profilephoto profileimage profileimageurl profilepictureurl profilephotourl userpicture
		userpic useravatar headshot headimg headimgurl userphoto selfie selfieimage passbild fotoprofilo fotodeperfil photoprofil
		touxiang kaozhao userimage authoravatar useravatarurl portraiturl`},
	{"photo", everywhere(Medium).where(High, person).where(None, technical, config, thing), `picture`},
	{"photo", only(High, person), `
		 pictureurl photo photourl portrait headerimg foto picurl gravatarid thumbnailphoto jpegphoto`},
	{"photo", vague, `imagedata pic`},
	{"photo", only(High, person), `image imageurl`},
	{"photo", only(High, portrait), `url uri link image imageurl data content bytes src original thumbnail small medium large base64`},
	{"profile_url", only(High, person), `
		website websiteurl homepage blog personalurl webseite siteweb sitioweb linkedin linkedinurl linkedinprofile facebook
		facebookurl twitterurl instagramurl githuburl profileurl personalwebsite`},
	{"profile_url", everywhere(Medium).where(None, technical, config), `linkedinurl linkedinprofile facebookurl profileurl`},
	{"profile_url", only(High, person), `htmlurl profile weburl`},
	{"profile_url", vague, `github`},
}
