package discover

// vendors are services to which a program has a key. The names of mere libraries
// and formats are not among them, nor those whose keys are in pages for everybody.
var vendors = set(`stripe sendgrid mailgun mailjet mailchimp mandrill postmark resend brevo sendinblue sparkpost twilio nexmo vonage
	messagebird plivo telnyx openai anthropic claude gemini mistral cohere groq huggingface deepseek azure aws gcp github gitlab
	bitbucket slack discord telegram whatsapp paypal braintree adyen mollie square xendit midtrans paystack flutterwave razorpay
	klarna wise coinbase binance cloudinary imagekit fcm datadog newrelic algolia meilisearch typesense maps geocoding mapbox ipinfo
	hcaptcha turnstile pusher ably segment hubspot salesforce zendesk intercom shopify woocommerce zoom plaid minio cloudflare
	digitalocean hetzner linode vultr heroku vercel netlify airtable notion asana jira linear dropbox pagerduty opsgenie
	weatherapi openweather openweathermap tmdb omdb lastfm spotify youtube giphy unsplash pexels newsapi alphavantage polygon
	etherscan infura alchemy gmail smtp2go mailersend zoho courier onesignal expo clicksend textlocal msg91 fast2sms
	wechat wxpay alipay qiniu aliyun oss tencent huawei xfyun dashscope zhipu moonshot`)

// vendorKey is what a key is before which a vendor's name stands.
var vendorKey = []*group{{class: "credential", in: sure}}

// ofVendor reports whether words end with a vendor's name, which may be of two
// words: OpenAI, SendGrid.
func ofVendor(words []string) bool {
	last := len(words) - 1
	return vendors[words[last]] || last > 0 && vendors[words[last-1]+words[last]]
}
