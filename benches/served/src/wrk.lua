-- What wrk measured, on one line: requests, seconds, the latency that half and 99 of 100 requests keep (in
-- microseconds), and how many failed.
done = function(summary, latency, requests)
    local errors = summary.errors
    local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    io.write(string.format("measured %d %f %f %f %d\n", summary.requests, summary.duration / 1e6,
        latency:percentile(50), latency:percentile(99), failed))
end
