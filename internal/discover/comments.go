package discover

import (
	"slices"
	"strings"
)

// remark is a phrase of comments.
type remark struct{ phrase, class string }

// remarks are phrases that say what a field holds. Those in Chinese and Japanese
// stand where names are often abbreviations.
var remarks = []remark{
	{"email address of the", "email"}, {"e-mail address of the", "email"}, {"phone number of the", "phone"},
	{"name of the user", "name"}, {"name of the customer", "name"}, {"name of the patient", "name"}, {"full name of", "name"},
	{"user's name", "name"}, {"user's email", "email"}, {"user's password", "credential"}, {"user's phone", "phone"},
	{"date of birth", "dob"}, {"social security number", "ssn"}, {"passport number", "passport"}, {"postal address", "address"},
	{"bank account number", "bank_account"}, {"ip address of the client", "ip"}, {"client's ip", "ip"}, {"user agent of the", "device_id"},
	{"手机号", "phone"}, {"电话", "phone"}, {"邮箱", "email"}, {"邮件地址", "email"}, {"身份证", "national_id"}, {"真实姓名", "name"},
	{"姓名", "name"}, {"昵称", "username"}, {"用户名", "username"}, {"密码", "credential"}, {"头像", "photo"}, {"生日", "dob"},
	{"出生日期", "dob"}, {"性别", "gender"}, {"银行卡号", "payment_card"}, {"家庭住址", "address"}, {"收货地址", "address"}, {"护照", "passport"},
	{"氏名", "name"}, {"電話番号", "phone"}, {"メールアドレス", "email"}, {"住所", "address"}, {"生年月日", "dob"}, {"パスワード", "credential"},
	{"性別", "gender"}, {"郵便番号", "location"},
}

// byComment judges a field by what its comment says. Comments speak of much that
// a field does not hold, so this is never sure.
func byComment(f *Field) candidate {
	base, _ := f.Kind.base()
	if f.Doc == "" || base != String && base != Bytes || read(f.Name).veto {
		return candidate{}
	}
	doc := strings.ToLower(f.Doc)
	i := slices.IndexFunc(remarks, func(r remark) bool { return strings.Contains(doc, r.phrase) })
	if i < 0 {
		return candidate{}
	}
	r := remarks[i]
	return candidate{Proposal: Proposal{Class: r.class, Confidence: Medium, Reasons: []string{"comment: " + r.phrase}}}
}
