package leaktest

// op is a construct: what a step can be.
type op struct {
	name   string
	topic  string
	weight int
	kids   int // nested blocks
	sink   bool
	lib    bool // needs libraries outside the standard one
	// do writes the step. It returns false, and writes nothing, where there is
	// nothing that the construct can be used on.
	do func(e *emitter, s *Step) bool
}

// topic names a group of ops.
func topic(name string, list ...*op) []*op {
	for _, o := range list {
		o.topic = name
		if o.weight == 0 {
			o.weight = 4
		}
	}
	return list
}

// constructs are all that programs are made of.
var constructs = join(
	sourceOps(), basicOps(), branchOps(), loopOps(), pointerOps(), sliceOps(), subsliceOps(), mapOps(), mapPartOps(),
	functionOps(), closureOps(), handedClosureOps(), interfaceOps(), genericOps(),
	channelOps(), goroutineOps(), workerOps(), deferOps(), iteratorOps(), stateOps(),
	controlOps(), containerOps(), sequenceOps(), sharedOps(), genericTypeOps(), forwardOps(),
	scanOps(), decoderOps(), heldOps(), handedOps(), pooledOps(),
	textOps(), encoderOps(), redactOps(), errorOps(), handedErrorOps(), sinkOps(), libOps(),
)

func join(lists ...[]*op) (out []*op) {
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}
