// Package prom labels metrics of github.com/prometheus/client_golang with
// tagged data. What becomes a label is kept and scraped.
package prom

import (
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"

	"libs/people"
)

// Vectors picks a metric by label values.
func Vectors(n *prometheus.CounterVec, g *prometheus.GaugeVec, h *prometheus.HistogramVec, s *prometheus.SummaryVec, c people.Customer) {
	n.WithLabelValues(c.Email).Inc()                       // want "email from Customer.Email reach.* prometheus.CounterVec.WithLabelValues without"
	n.WithLabelValues(c.ID, c.Email, c.Phone).Inc()        // want "email from Customer.Email and phone from Customer.Phone reach.* prometheus.CounterVec.WithLabelValues without"
	n.With(prometheus.Labels{"email": c.Email}).Inc()      // want "email from Customer.Email reach.* prometheus.CounterVec.With without"
	n.MustCurryWith(prometheus.Labels{"email": c.Email})   // want "email from Customer.Email reach.* prometheus.CounterVec.MustCurryWith without"
	g.WithLabelValues(c.Email).Set(1)                      // want "email from Customer.Email reach.* prometheus.GaugeVec.WithLabelValues without"
	g.With(prometheus.Labels{"email": c.Email}).Dec()      // want "email from Customer.Email reach.* prometheus.GaugeVec.With without"
	h.WithLabelValues(c.Email).Observe(1)                  // want "email from Customer.Email reach.* prometheus.HistogramVec.WithLabelValues without"
	h.With(prometheus.Labels{"email": c.Email}).Observe(1) // want "email from Customer.Email reach.* prometheus.HistogramVec.With without"
	s.WithLabelValues(c.Email).Observe(1)                  // want "email from Customer.Email reach.* prometheus.SummaryVec.WithLabelValues without"
	s.With(prometheus.Labels{"phone": c.Phone}).Observe(1) // want "phone from Customer.Phone reach.* prometheus.SummaryVec.With without"

	n.WithLabelValues(c.ID).Inc()
	n.With(prometheus.Labels{"id": c.ID}).Add(float64(len(c.Email)))
	n.DeleteLabelValues(c.Email)
	n.Delete(prometheus.Labels{"email": c.Email})
	g.WithLabelValues(people.Mask(c.Email)).Set(1)
	h.WithLabelValues("signup").Observe(float64(len(c.Phone)))
}

// Gets picks a metric in the forms that can fail.
func Gets(n *prometheus.CounterVec, h *prometheus.HistogramVec, c people.Customer) error {
	m, err := n.GetMetricWithLabelValues(c.Email) // want "email from Customer.Email reach.* prometheus.CounterVec.GetMetricWithLabelValues without"
	if err != nil {
		return err
	}
	m.Inc()
	if _, err = n.GetMetricWith(prometheus.Labels{"email": c.Email}); err != nil { // want "email from Customer.Email reach.* prometheus.CounterVec.GetMetricWith without"
		return err
	}
	if _, err = h.CurryWith(prometheus.Labels{"email": c.Email}); err != nil { // want "email from Customer.Email reach.* prometheus.HistogramVec.CurryWith without"
		return err
	}
	_, err = n.GetMetricWithLabelValues(c.ID)
	return err
}

// Constants puts data into what a metric is created with.
func Constants(c people.Customer, reg prometheus.Registerer) []prometheus.Metric {
	prometheus.NewCounter(prometheus.CounterOpts{Name: "a", ConstLabels: prometheus.Labels{"email": c.Email}}) // want "email from Customer.Email reach.* prometheus.NewCounter without"
	prometheus.NewGauge(prometheus.GaugeOpts{Name: "b", ConstLabels: prometheus.Labels{"email": c.Email}})     // want "email from Customer.Email reach.* prometheus.NewGauge without"
	promauto.NewCounter(prometheus.CounterOpts{Name: "c", ConstLabels: prometheus.Labels{"email": c.Email}})   // want "email from Customer.Email reach.* promauto.NewCounter without"
	prometheus.WrapRegistererWith(prometheus.Labels{"email": c.Email}, reg)                                    // want "email from Customer.Email reach.* prometheus.WrapRegistererWith without"
	d := prometheus.NewDesc("d", "help", []string{"who"}, prometheus.Labels{"email": c.Email})                 // want "email from Customer.Email reach.* prometheus.NewDesc without"
	clean := prometheus.NewDesc("e", "help", []string{"who"}, prometheus.Labels{"id": c.ID})
	promauto.NewCounter(prometheus.CounterOpts{Name: "f", ConstLabels: prometheus.Labels{"id": c.ID}})
	return []prometheus.Metric{
		prometheus.MustNewConstMetric(clean, prometheus.GaugeValue, 1, c.Email), // want "email from Customer.Email reach.* prometheus.MustNewConstMetric without"
		prometheus.MustNewConstMetric(d, prometheus.GaugeValue, 1, c.ID),
	}
}

// Exemplars attaches labels to single observations.
func Exemplars(o prometheus.ExemplarObserver, a prometheus.ExemplarAdder, c people.Customer) {
	o.ObserveWithExemplar(1, prometheus.Labels{"email": c.Email}) // want "email from Customer.Email reach.* prometheus.ExemplarObserver.ObserveWithExemplar without"
	a.AddWithExemplar(1, prometheus.Labels{"email": c.Email})     // want "email from Customer.Email reach.* prometheus.ExemplarAdder.AddWithExemplar without"
	o.ObserveWithExemplar(1, prometheus.Labels{"id": c.ID})
}

func count(n *prometheus.CounterVec, label string) { n.WithLabelValues(label).Inc() }

// Helpers goes through a function that knows no tagged type.
func Helpers(n *prometheus.CounterVec, c people.Customer) {
	count(n, c.Email) // want "email from Customer.Email reach.* prometheus.CounterVec.WithLabelValues without"
	count(n, c.ID)
}
