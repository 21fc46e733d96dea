package logruslog

import (
	"fmt"
	"io"
	"os"

	"github.com/sirupsen/logrus"

	"libs/people"
)

// fixedHook masks one key.
type fixedHook struct{}

func (fixedHook) Levels() []logrus.Level { return logrus.AllLevels }

func (fixedHook) Fire(e *logrus.Entry) error {
	if _, ok := e.Data["email"]; ok {
		e.Data["email"] = "***"
	}
	return nil
}

var hidden = map[string]bool{"email": true, "phone": true}

// tableHook masks what a table names.
type tableHook struct{}

func (*tableHook) Levels() []logrus.Level { return logrus.AllLevels }

func (*tableHook) Fire(e *logrus.Entry) error {
	for k := range e.Data {
		if hidden[k] {
			e.Data[k] = "***"
		}
	}
	return nil
}

// messageHook hides the message only.
type messageHook struct{}

func (messageHook) Levels() []logrus.Level { return logrus.AllLevels }

func (messageHook) Fire(e *logrus.Entry) error {
	e.Message = "***"
	return nil
}

// countHook changes nothing.
type countHook struct{ n int }

func (*countHook) Levels() []logrus.Level { return logrus.AllLevels }

func (h *countHook) Fire(*logrus.Entry) error {
	h.n++
	return nil
}

// levelFormatter prints levels.
type levelFormatter struct{}

func (levelFormatter) Format(e *logrus.Entry) ([]byte, error) {
	return []byte(e.Level.String() + "\n"), nil
}

// messageFormatter prints messages.
type messageFormatter struct{}

func (messageFormatter) Format(e *logrus.Entry) ([]byte, error) {
	return []byte(fmt.Sprintf("%s %s\n", e.Level, e.Message)), nil
}

// nullWriter drops all.
type nullWriter struct{}

func (nullWriter) Write(p []byte) (int, error) { return len(p), nil }

// Hooks change entries before they are printed.
func Hooks(c people.Customer) {
	l := logrus.New()
	l.WithField("email", c.Email).Info("m") // want "email from Customer.Email reaches logrus.Logger.WithField without"
	f := logrus.New()
	f.AddHook(fixedHook{})
	f.WithField("email", c.Email).Info("m")
	f.WithField("phone", c.Phone).Info("m") // want "phone from Customer.Phone reaches logrus.Logger.WithField without"
	f.WithFields(logrus.Fields{"email": c.Email, "id": c.ID}).Warn("m")
	f.WithFields(logrus.Fields{"email": c.Email, "phone": c.Phone}).Warn("m") // want "phone from Customer.Phone reaches logrus.Logger.WithFields without"
	f.Info(c.Email)                                                           // want "email from Customer.Email reaches logrus.Logger.Info without"
	t := logrus.New()
	t.AddHook(&tableHook{})
	t.WithField("phone", c.Phone).Info("m")
	t.WithField("tel", c.Phone).Info("m") // want "phone from Customer.Phone reaches logrus.Logger.WithField without"
	t.WithField("id", c.ID).WithField("email", c.Email).Info("m")
	m := logrus.New()
	m.AddHook(messageHook{})
	m.Info(c.Email)
	m.WithField("email", c.Email).Info("m") // want "email from Customer.Email reaches logrus.Logger.WithField without"
	n := logrus.New()
	n.AddHook(&countHook{})
	n.WithField("email", c.Email).Info("m") // want "email from Customer.Email reaches logrus.Logger.WithField without"
}

// Outputs of the program's own.
func Outputs(c people.Customer, w io.Writer) {
	l := logrus.New()
	l.SetFormatter(levelFormatter{})
	l.WithField("email", c.Email).Info(c.Phone)
	l.SetFormatter(&logrus.JSONFormatter{})
	l.WithField("email", c.Email).Info("m") // want "email from Customer.Email reaches logrus.Logger.WithField without"
	m := logrus.New()
	m.SetFormatter(messageFormatter{})
	m.WithField("email", c.Email).Info("m")
	m.Info(c.Phone) // want "phone from Customer.Phone reaches logrus.Logger.Info without"
	n := logrus.New()
	n.SetOutput(nullWriter{})
	n.WithField("email", c.Email).Info(c.Phone)
	n.SetOutput(os.Stderr)
	n.Info(c.Phone) // want "phone from Customer.Phone reaches logrus.Logger.Info without"
	o := logrus.New()
	o.SetOutput(w)
	o.Info(c.Phone) // want "phone from Customer.Phone reaches logrus.Logger.Info without"
}
