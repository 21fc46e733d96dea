package discover_test

import (
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/discover"
)

// standards are names that published vocabularies of personal data give to what
// they hold, by the kind of record they stand in: the standard claims of OpenID
// Connect, the user of SCIM, vCard, Person and PostalAddress of schema.org,
// inetOrgPerson of LDAP, Microsoft Graph, Google People, customers and cards of
// payment services, parties of ISO 20022, records of hospitals, employers,
// insurers, airlines, schools, courts, and the national numbers that tools
// against data loss look for. Facts only: which name means what.
const standards = `
UserInfo: Sub=user_id GivenName=name FamilyName=name MiddleName=name Nickname=username PreferredUsername=username Profile=profile_url Picture=photo Website=profile_url Email=email Gender=gender Birthdate=dob Locale=language PhoneNumber=phone StreetAddress=address Locality=location PostalCode=location Country=location
ScimUser: UserName=username FamilyName=name HonorificPrefix=gender HonorificSuffix=name DisplayName=name NickName=username ProfileURL=profile_url PreferredLanguage=language Password=credential Emails=email PhoneNumbers=phone Ims=username Photos=photo EmployeeNumber=employment CostCenter=employment Division=employment Department=employment ManagerName=name ExternalID=user_id
Email: Value=email Display=email
PhoneNumber: Value=phone
ContactPoint: Value=phone
Telecom: Value=phone
HumanName: Text=name Family=name Given=name Prefix=name Suffix=name
VCard: FN=name FormattedName=name Nickname=username Photo=photo Bday=dob Anniversary=family Gender=gender Adr=address Tel=phone Email=email Impp=username Lang=language Note=message
Person: AdditionalName=name Affiliation=employment AlumniOf=education BirthDate=dob BirthPlace=birthplace DeathPlace=location FaxNumber=phone Height=health Weight=health WorkLocation=location JobTitle=employment KnowsLanguage=language Nationality=immigration NetWorth=income Spouse=name Children=family Parents=family Siblings=family TaxID=tax_id Telephone=phone WorksFor=employment
PostalAddress: AddressCountry=location AddressLocality=location AddressRegion=location PostOfficeBoxNumber=address PostalCode=location StreetAddress=address
LdapUser: CN=name SN=name GivenName=name Initials=name Mail=email Mobile=phone HomePhone=phone Pager=phone TelephoneNumber=phone FacsimileTelephoneNumber=phone HomePostalAddress=address PostalAddress=address Street=address EmployeeNumber=employment JpegPhoto=photo PreferredLanguage=language UserPassword=credential CarLicense=vehicle DepartmentNumber=employment DisplayName=name SAMAccountName=username UserPrincipalName=username Gecos=unknown
GraphUser: AboutMe=unknown Birthday=dob BusinessPhones=phone City=location Department=employment EmployeeHireDate=employment FaxNumber=phone ImAddresses=username Interests=unknown JobTitle=employment Mail=email MailNickname=username MobilePhone=phone OfficeLocation=location OtherMails=email PreferredName=name ProxyAddresses=email Responsibilities=employment Schools=education Skills=employment Surname=name UsageLocation=location PastProjects=employment
PeoplePerson: AgeRange=age Biographies=unknown Birthdays=dob CoverPhotos=photo PhoneticGivenName=name PhoneticFamilyName=name PhoneticFirstName=name PhoneticLastName=name Nicknames=username Occupations=employment Relations=family Residences=address Taglines=unknown FormattedPhoneNumber=phone DisplayNameLastFirst=name UnstructuredName=name
Customer: Name=name Email=email Phone=phone Line1=address Line2=address City=location PostalCode=location AccountHolderName=name AccountNumber=bank_account RoutingNumber=bank_account IDNumber=national_id PersonalIDNumber=national_id SSNLast4=ssn MaidenName=name
Shopper: ShopperName=name ShopperEmail=email ShopperIP=ip TelephoneNumber=phone HolderName=name DateOfBirth=dob SocialSecurityNumber=ssn HouseNumberOrName=address StateOrProvince=location OwnerName=name IBAN=bank_account DeviceFingerprint=device_id
Card: Number=payment_card CVC=card_security ExpMonth=payment_card ExpYear=payment_card Last4=payment_card NameOnCard=name AddressZip=location AddressLine1=address CardholderName=name SecurityCode=card_security
Payer: PayerEmail=email AdminArea1=location AdminArea2=location NationalNumber=phone RecipientName=name AddressLine1=address NoteToPayer=message TaxID=tax_id FirstName=name Surname=name
PartyIdentification: Nm=name AdrLine=address StrtNm=address BldgNb=address PstCd=location TwnNm=location CtrySubDvsn=location CtryOfRes=location BirthDt=dob CityOfBirth=birthplace CtryOfBirth=birthplace PrvcOfBirth=birthplace PhneNb=phone MobNb=phone FaxNb=phone EmailAdr=email
Employee: FirstName=name HireDate=employment TerminationReason=employment TerminationDate=employment EmploymentStatus=employment PayRate=income EmergencyContactName=name EmergencyContactPhone=phone EmergencyContactRelationship=family VisaType=immigration VisaNumber=passport VisaExpiry=immigration WorkPermitNumber=immigration WorkPermitExpiry=immigration Dependents=family PerformanceRating=employment PersonalEmail=email BankAccountNo=bank_account PFNumber=bank_account Designation=employment DateOfJoining=employment JoiningDate=employment BadgeNumber=employment WorkNo=employment ReportingManager=name Skills=employment Certifications=employment Qualification=education Specialization=employment Specialty=employment
Insured: InsuredName=name PolicyNumber=customer_number PolicyholderName=name BeneficiaryName=name ClaimantName=name MemberID=user_id Occupation=employment SmokerStatus=health PreExistingConditions=health MedicalHistory=health Height=health Weight=health IDProof=national_id
Passenger: Surname=name PassportNo=passport PassportExpiry=passport Nationality=immigration KnownTravelerNumber=national_id RedressNumber=national_id FrequentFlyerNumber=customer_number MealPreference=health SpecialAssistance=health CountryOfResidence=location PlaceOfBirth=birthplace DateOfBirth=dob
Student: RollNo=customer_number AdmissionNo=customer_number GuardianName=name GuardianPhone=phone FatherName=name FatherOccupation=employment MotherOccupation=employment GPA=education Grade=education ParentEmail=email BloodGroup=health Religion=belief Caste=ethnicity
Subscriber: MSISDN=phone IMSI=device_id IMEI=device_id ICCID=device_id CallingParty=phone CalledParty=phone CallerID=phone SimSerial=device_id PUK=credential
Suspect: FullName=name Alias=username Offense=criminal_record Offence=criminal_record Crime=criminal_record ArrestDate=criminal_record ArrestLocation=location Conviction=criminal_record Verdict=criminal_record PriorConvictions=criminal_record MugshotURL=photo EyeColor=unknown HairColor=unknown Testimony=message
Victim: InjuryDescription=health Injuries=health Occupation=employment MaritalStatus=family NextOfKin=name NIN=national_id Tribe=ethnicity
Prisoner: PrisonerNumber=customer_number InmateNumber=customer_number Crime=criminal_record
Donor: DonorName=name DonorEmail=email BloodType=health GiftMessage=message
DatingProfile: LookingFor=sexual_orientation InterestedIn=sexual_orientation Height=health BodyType=health Ethnicity=ethnicity Religion=belief Smoking=health Drinking=health Drugs=health Kids=family WantsChildren=family Bio=unknown Hobbies=unknown University=education RelationshipStatus=family RelationshipGoal=family PoliticalViews=political_opinion PoliticalLeaning=political_opinion Sexuality=sexual_orientation Pronouns=gender AboutMe=unknown Interests=unknown
Athlete: Weight=health Height=health BodyFat=health BMI=health HeartRate=health RestingHeartRate=health Injuries=health MedicalConditions=health FitnessLevel=health FitnessGoal=health BodyFatPercentage=health Waist=health ActivityLevel=health
Shipment: ConsigneeName=name ConsigneePhone=phone ConsigneeAddress=address ShipperName=name ShipperPhone=phone NotifyParty=name ReceivedBy=name DeliveredTo=name DriverName=name DriverPhone=phone SenderName=name SenderPhone=phone SenderAddress=address ReceiverName=name ReceiverPhone=phone ReceiverAddress=address PickupAddress=address DropoffAddress=address DeliveryInstructions=message
Attendee: BadgeName=name DietaryRequirements=health DietaryRestrictions=health AccessibilityNeeds=health EmergencyContact=name JobTitle=employment LinkedIn=profile_url SpokenLanguages=language TshirtSize=unknown Allergies=health
Patient: MRN=medical_record Name=name BirthDate=dob MaritalStatus=family PrimaryPhysician=name InsuranceProvider=health_plan InsurancePolicyNumber=health_plan Symptoms=health Prescription=health Allergies=health Medications=health BloodPressure=health AdmissionReason=health ReasonForVisit=health ChiefComplaint=health TreatmentDetails=health LabResults=health Condition=health GeneralPractitioner=name ReferredBy=name
Applicant: CoverLetter=employment ResumeURL=employment CVURL=employment ExpectedSalary=income CurrentEmployer=employment NoticePeriod=employment YearsOfExperience=employment PortfolioURL=profile_url SourceOfFunds=income SourceOfIncome=income EmployerName=employment AnnualIncome=income CreditScore=income PoliticallyExposed=political_opinion
NationalIDs: CPF=tax_id NIK=national_id Aadhaar=national_id PanNumber=tax_id SSN=ssn NINO=national_id DNI=national_id CURP=national_id BSN=national_id PESEL=national_id TCKN=national_id CodiceFiscale=tax_id Personnummer=national_id JMBG=national_id EGN=national_id MyNumber=national_id NRIC=national_id HKID=national_id CNIC=national_id EmiratesID=national_id Iqama=national_id Cedula=national_id SteuerID=tax_id ITIN=tax_id NHSNumber=medical_record MedicareNumber=health_plan SIN=national_id TFN=tax_id KTP=national_id NPWP=tax_id IDCard=national_id VoterID=national_id NationalInsuranceNumber=national_id CitizenID=national_id ResidencePermitNumber=immigration AlienRegistrationNumber=immigration GreenCardNumber=immigration PersonalNumber=national_id DriverLicense=drivers_license DLNumber=drivers_license PassportNumber=passport GhanaCard=national_id OmangNumber=national_id Kennitala=tax_id Isikukood=national_id
User: FName=name LName=name MName=name CustName=name EmpDob=dob Fname=name Addr1=address Address2=address Phone1=phone Tel=phone Mob=phone MobNo=phone Dob=dob Pwd=credential Passwd=credential Usr=username Uname=username Pswd=credential Adrs=address Adress=address Emial=email Addres=address Phonenumber=phone Ph=phone PhNo=phone Emailid=email UserNm=username LastNm=name CustNm=name UsrName=username UserPass=credential Ssn4=ssn Gendr=gender
Account: Nick=username Handle=username Login=username Alias=username DisplayName=name ScreenName=username Avatar=photo Bio=unknown About=unknown Intro=unknown Introduction=unknown Slogan=unknown StatusMessage=unknown StatusText=unknown CoverPhoto=photo CoverImage=photo Website=profile_url
`

func TestStandards(t *testing.T) {
	missed := 0
	for _, line := range strings.Split(strings.TrimSpace(standards), "\n") {
		typ, fields, _ := strings.Cut(line, ":")
		s := &discover.Struct{Package: "example.com/app/model", Name: typ}
		var want []string
		for _, f := range strings.Fields(fields) {
			name, class, _ := strings.Cut(f, "=")
			s.Fields = append(s.Fields, discover.Field{Name: name, Type: "string", Kind: discover.String})
			want = append(want, class)
		}
		got := make([]discover.Proposal, len(want))
		for _, p := range discover.Classify(s) {
			got[p.Field] = p
		}
		for i, class := range want {
			if got[i].Class != class || got[i].Confidence < discover.High && class != opaqueID {
				missed++
				t.Errorf("%s.%s: %s %s, want %s", typ, s.Fields[i].Name, got[i].Confidence, got[i].Class, class)
			}
		}
	}
	t.Logf("%d missed", missed)
}
