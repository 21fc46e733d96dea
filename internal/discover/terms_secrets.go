package discover

// secrets are words for what proves who somebody, or something, is.
var secrets = []group{
	{"credential", sure, `
		bearer authkey rawtoken plaintoken tokenhash hashedtoken apikeyhash pw userpw
		password passwd passphrase pwd encryptedpassword passwordhash hashedpassword passwordplain userpassword newpassword oldpassword
		currentpassword confirmpassword smtppassword dbpassword bindpassword bindpw bindpass rootpassword adminpassword
		passwort kennwort motdepasse mdp contrasena contrasenia senha wachtwoord haslo parola mima pasuwado
		secretkey clientsecret accesssecret sharedsecret appsecret apisecret consumersecret signingsecret webhooksecret
		totpsecret otpsecret sessionsecret jwtsecret cookiesecret authsecret secretaccesskey accesskeysecret secrettoken
		hmacsecret encryptionsecret tokensecret oauthsecret
		apikey apitoken accesstoken refreshtoken authtoken authenticationtoken bearertoken sessiontoken idtoken
		personalaccesstoken bottoken oauthtoken usertoken resettoken passwordresettoken verificationtoken confirmtoken
		confirmationtoken activationtoken invitetoken invitationtoken logintoken authorizationtoken subjecttoken actortoken
		deletiontoken unlocktoken magiclinktoken remembertoken csrfsecret jwttoken servicetoken admintoken clienttoken
		privatekey privkey signingkey encryptionkey masterkey hmackey cryptokey decryptionkey signerkey rsakey ecdsakey
		privatekeypem privatekeydata keypem tlskeydata clientkeydata recoverykey
		recoverycode backupcode verificationcode verifycode resetcode logincode otpcode passcode onetimecode
		onetimepassword activationcode confirmationcode twofactorcode mfacode smscode totpcode
		securityanswer secretanswer mnemonic seedphrase sessioncookie authcookie authorizationheader recoverylink
		recoveryurl activationurl activationlink resetlink reseturl passwordreseturl passwordresetlink
		magiclink sshkeypassphrase connectionpassword clientassertion secrethash pinhash codehash oobcode bindingcode
		jwtkey aeskey smimekey streamkey idtokenhint devicecode usercode passworddigest pwdhash pwhash passhash
		passwordmd5 passwordsha privatejwk resetpasswordcode authsecret pintoken
		losenord passord adgangskode salasana sifre katasandi matkhau heslo jelszo
		activationkey confirmationkey verificationkey resetkey cancelkey linkkey invitekey invitationkey mfatoken`},
	{"credential", everywhere(High), `secret jwt oauthverifier pass psw`},
	{"credential", everywhere(High).where(Low, technical, config), `sessionid`},
	{"credential", everywhere(High).where(Medium, technical), `
		sessionkey cookie`},
	{"credential", sure, `token`},
	{"credential", everywhere(Medium).where(High, login, proof).where(Low, card, deal), `authorizationcode`},
	{"credential", everywhere(Medium).where(High, login, proof, person).where(Low, technical, config), `otp totp twofa`},
	{"credential", everywhere(Medium).where(Low, technical), `
		credential credentials cred creds assertion authorization accesskey certkey certificatekey sslkey tlskey pat accesscode authcode licensekey serverkey servicekey keydata pkcs12 keystore`},
	{"credential", only(High, proof), `hash code`},
	{"credential", only(High, person), `pin hash pass`},
	{"credential", only(High, vault), `key value rawhash`},
}

// ids are words for opaque identifiers of persons and accounts.
var ids = []group{
	{"user_id", opaque, `
		userid useruuid customerid memberid employeeid personid ownerid creatorid authorid senderid receiverid
		recipientid payerid payeeid subscriberid guestid contactid subjectid actorid assigneeid reviewerid openid unionid
		studentid teacherid doctorid empid staffid workerid
		buyerid sellerid followerid friendid participantid inviterid requesterid approverid uploaderid posterid
		createdbyid updatedbyid createdby updatedby modifiedby deletedby benutzerid nutzerid kundenid utilisateurid idutilisateur
		idclient idusuario idcliente idutente iduser idcustomer klantid gebruikerid useruid lasteditor
		subscriberuuid customeruuid`},
	{"user_id", only(Low, person), `id uid uuid externalid subject sub nodeid guid identifier externaluid providerid accountid pid identityid`},
	{"user_id", only(Low, mail, talk, login), `accountid`},
	{"employment", only(Medium, person), `employeenumber staffid staffnumber personnelnumber personalnummer matricule`},
}
