"""One prompt in, two answers out: framing, sampler, backends, worker processes, scheduler, runner."""
