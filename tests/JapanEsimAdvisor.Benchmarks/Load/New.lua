-- Four people whose use nobody had before: the figures differ by run, by thread and by request.
local started = os.time() % 100000
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init()
  math.randomseed(started * 10 + number)
end

local function gigabytes()
  return string.format("%.9f", 0.2 + 2.5 * math.random())
end

function request()
  local travelers = {}
  for person = 1, 4 do
    travelers[person] = '{ "usage": { "gbPerDay": ' .. gigabytes() .. ' } }'
  end
  local body = '{ "trip": { "days": 10 }, "travelers": [ ' .. table.concat(travelers, ", ") .. ' ] }'
  return wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body)
end
