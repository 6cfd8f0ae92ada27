wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{ "trip": { "days": 10 }, "people": 4 }'
