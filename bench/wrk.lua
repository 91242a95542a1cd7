-- SPDX-License-Identifier: EUPL-1.2
-- wrk -s report.lua URL -- [FILE]: asks for URL, or for the paths in FILE one after another, each
-- thread from the top. Prints one line "FIGURES requests microseconds p50 p95 p99 longest errors".

local paths = {}
local at = 0

function init(args)
  if args[1] then
    for line in io.lines(args[1]) do
      table.insert(paths, line)
    end
  end
end

function request()
  if #paths == 0 then
    return wrk.format()
  end
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("FIGURES %d %d %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), latency.max,
    e.connect + e.read + e.write + e.status + e.timeout))
end
