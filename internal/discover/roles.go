package discover

// roles are what somebody is to a business, a court, a school, a club, besides what
// people has: what a record is called that is about persons, and what stands
// before a name that is a person's.
const roles = `
	suspect victim perpetrator culprit accused convict convicted parolee arrestee informant judge
	magistrate prosecutor policeman policewoman policeofficer detective sergeant constable soldier recruit cadet
	firefighter paramedic radiologist pediatrician paediatrician optometrist nutritionist dietitian physiotherapist counselor
	counsellor psychiatrist veterinarian adopter sponsor backer fundraiser trainer organiser usher performer influencer elector
	councillor mayor ambassador consul shipper consignee consignor courier trucker chauffeur steward stewardess
	crewmember sailor fisherman farmer labourer laborer carpenter plumber electrician mechanic technician consultant
	auditor bookkeeper notary trustee executrix legatee investor stakeholder foreman subordinate secretary concierge housekeeper
	janitor cleaner gardener cook chef waitress bartender barista hairdresser stylist barber beautician masseur referee umpire
	goalkeeper skater cyclist gymnast boxer wrestler gamer opponent roommate flatmate housemate neighbor neighbour cohabitant
	dependant dependent infant newborn orphan sibling brother sister daughter uncle aunt niece nephew grandchild grandparent
	grandfather grandmother stepchild fiance fiancee bride groom bridegroom godparent asylumseeker immigrant emigrant expat evacuee
	scholar graduate undergraduate schoolchild headmaster headteacher rector examiner examinee proctor invigilator trainee 
	tutee hiker swimmer surfer golfer pupil boarder lodger homebuyer homeseller bailiff debtcollector payor
	insuredperson lifeassured subscriberinfo nextofkin emergencycontact cotenant coapplicant coborrower cosignatory `

// abroad are such words of languages that put last whose something is.
const abroad = `
	korban pelaku pelapor terlapor saksi tersangka terdakwa kurir pengirim penerima sopir supir pengemudi penjual pembeli peserta
	pelamar guru murid wali ayah ibu suami istri anak bidan apoteker kasir donatur relawan jamaah petani ketua sekretaris
	bendahara tamu pasangan saudara terapis
	vitima suspeito testemunha remetente destinatario entregador motoboy comprador doador voluntario passageiro crianca filho filha
	mae pai conjuge fiador avalista corretor proprietario cuidador gestante atleta eleitor colaborador colaboradora estagiario
	estudante pesquisador convidado assinante orientador
	domiciliario domiciliaria victima sospechoso testigo repartidor candidato donante voluntario madre padre hijo hija conyuge propietario propietaria
	arrendador deportista elector becario investigador familiar maestro maestra enfermero afiliado afiliada jugador entrenador
	invitado tutora comensal
	victime suspecte temoin expediteur expeditrice livreur acheteur acheteuse vendeuse candidat candidate donateur donatrice
	passager passagere epoux epouse garant tuteur tutrice bailleur collaborateur stagiaire joueur entraineur beneficiaire assuree
	parrain
	opfer verdaechtiger zeuge kaeufer verkaeufer kandidat spender ehrenamtlicher fahrgast ehepartner buerge eigentuemer hausverwalter
	sportler waehler praktikant auszubildender begleitperson erziehungsberechtigter betreuer pfleger hebamme anwalt mandant
	beschuldigter gutachter 
	vittima sospettato testimone mittente destinatario corriere acquirente venditore donatore volontario passeggero coniuge
	proprietario affittuario giocatore allenatore tirocinante genitore figlio assistito avvocato autista
	slachtoffer verdachte getuige afzender ontvanger koerier koper verkoper donateur vrijwilliger eigenaar speler stagiair
	verzekerde werknemer
	ofiara podejrzany swiadek nadawca odbiorca kurier kupujacy sprzedawca kandydat darczynca wolontariusz pasazer matka ojciec
	malzonek wlasciciel gracz zawodnik rodzic opiekun ubezpieczony
	magdur supheli tanik gonderen alici kurye satici aday bagisci gonullu yolcu anne baba sahip oyuncu veli sofor surucu uye misafir
	nannhan nghipham nhanchung nguoigui nguoinhan nguoimua nguoiban ungvien hanhkhach taixe phuhuynh chunha chuho thanhvien
	giangvien
	otpravitel poluchatel voditel passazhir pokupatel prodavec prepodavatel vladelec rabotnik uchenik
	chengke jijianren fajianren maijia lvke kehu kyaku okyakusama seito sensei gakusei
	ucitel lekar majitel ridic vozac kupac avsandare mottagare forare mottaker avsender lahettaja vastaanottaja potilas

	pelanggan pengguna karyawan siswa mahasiswa pasien pegawai dosen dokter perawat penduduk warga penyewa pemilik orangtua pengelola
	nasabah debitur kreditur tertanggung khachhang nhanvien nguoidung benhnhan sinhvien giaovien hocsinh bacsi
	cliente usuario empleado empleada paciente alumno alumna profesor profesora docente titular huesped inquilino vecino socio
	trabajador estudiante apoderado asegurado deudor acreedor solicitante utilizador funcionario aluno aluna professora morador
	responsavel contribuinte motorista segurado devedor utente dipendente paziente studente insegnante assicurato debitore
	utilisateur employe abonne usager membre etudiant etudiante eleve salarie locataire proprietaire adherent conjoint assure medecin
	infirmiere enseignant demandeur`
