package tested

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestHandler(t *testing.T) {
	h := NewHandler(nil)
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/closed", nil))
	(&api{}).closed(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/closed", nil))
}
