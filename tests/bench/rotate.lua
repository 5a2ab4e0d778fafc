-- For wrk: asks for the targets in a file, one "host path" on each line, in turn.
local requests, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local host, path = line:match("^(%S+) (%S+)$")
    requests[#requests + 1] = wrk.format("GET", path, { Host = host })
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end
