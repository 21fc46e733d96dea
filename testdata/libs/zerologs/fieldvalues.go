package zerologs

import (
	"encoding/json"

	"github.com/rs/zerolog"
)

type errValue struct {
	ID    string
	Email string `pii:"email"`
}

func (x errValue) MarshalJSON() ([]byte, error) { return json.Marshal(x.ID) }
func (x errValue) Error() string                { return x.Email }

// FieldsWithErrors prints an error's text, whatever else it could be.
func FieldsWithErrors(l zerolog.Logger, v errValue, p *errValue) {
	l.Info().Fields(map[string]any{"k": v}).Msg("m") // want "email from errValue.Email reaches"
	l.Info().Fields([]any{"k", v}).Msg("m")          // want "email from errValue.Email reaches"
	l.Info().Fields(map[string]any{"k": p}).Msg("m") // want "email from errValue.Email reaches"
	l.Info().Interface("k", v).Msg("m")
	l.Info().AnErr("k", v).Msg("m") // want "email from errValue.Email reaches error type errValue"
}
