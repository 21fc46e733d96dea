// Package mqtts publishes over MQTT, with both clients of Eclipse.
package mqtts

import (
	"context"

	"github.com/eclipse/paho.golang/autopaho"
	"github.com/eclipse/paho.golang/paho"
	mqtt "github.com/eclipse/paho.mqtt.golang"

	"outboundlibs/people"
)

// V3 publishes with the older client.
func V3(c people.Customer) {
	opts := mqtt.NewClientOptions().AddBroker("ssl://mq.example.com:8883").SetClientID("shop")
	opts.SetWill("gone", c.Name, 0, false) // want `name from Customer\.Name reaches mqtt \(queue, mqtt\.ClientOptions\.SetWill\)`
	client := mqtt.NewClient(opts)
	client.Publish("customers", 0, false, c.Email).Wait()         // want `email from Customer\.Email reaches mqtt \(queue, mqtt\.Client\.Publish\)`
	client.Publish("customers", 0, false, []byte(c.Phone)).Wait() // want `phone from Customer\.Phone reaches mqtt \(queue, mqtt\.Client\.Publish\)`
	client.Publish("customers/"+c.Email, 0, false, "new").Wait()  // want `email from Customer\.Email reaches mqtt \(queue, mqtt\.Client\.Publish\)`
	client.Publish("customers/"+c.ID, 0, false, people.Mask(c.Email)).Wait()
}

// V5 publishes with the newer ones.
func V5(ctx context.Context, c people.Customer, client *paho.Client, cm *autopaho.ConnectionManager) error {
	if _, err := client.Publish(ctx, &paho.Publish{Topic: "customers", Payload: []byte(c.Email)}); err != nil { // want `email from Customer\.Email reaches mqtt \(queue, paho\.Client\.Publish\)`
		return err
	}
	if _, err := cm.Publish(ctx, &paho.Publish{Topic: "customers", Payload: []byte(c.Phone)}); err != nil { // want `phone from Customer\.Phone reaches mqtt \(queue, autopaho\.ConnectionManager\.Publish\)`
		return err
	}
	_, err := cm.Publish(ctx, &paho.Publish{Topic: "customers/" + c.ID, Payload: []byte(people.Mask(c.Email))})
	return err
}
