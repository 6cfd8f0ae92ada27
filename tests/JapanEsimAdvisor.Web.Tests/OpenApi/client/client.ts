// A partner's program with types made from the OpenAPI document: the compiler holds it to the document, the run holds the document to the server.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

const [, , baseUrl, apiKey] = process.argv;
assert(baseUrl, "usage: node client.js <address of the site> [key]");
const api = createClient<paths>({ baseUrl, headers: apiKey ? { "X-Api-Key": apiKey } : {} });

async function advice(): Promise<void> {
  const { data, error } = await api.POST("/api/v1/recommendations", {
    params: { query: { lang: "en" } },
    body: {
      trip: { days: 10, homeCountry: "US" },
      travelers: [{ id: "ann", phone: "apple-iphone-15" }, { id: "bob", usage: { gbPerDay: 1.4 } }],
      preferences: { currency: "EUR" },
      include: ["percentiles"],
    },
  });
  assert(data, JSON.stringify(error));
  assert.deepEqual(data.strategies.map((strategy) => strategy.strategy), ["per-person", "shared-hotspot", "pocket-wifi", "mix"]);
  const mix = data.strategies.find((strategy) => strategy.strategy === "mix");
  const cost: components["schemas"]["CostAnswer"] | null = mix?.cost ?? null;
  assert(cost && cost.price.amount > 0 && cost.price.currency === "EUR");
  assert(mix?.percentiles && mix.percentiles.p10.amount <= mix.percentiles.p90.amount);
  assert.equal(data.frontier, null);
  const advised: "per-person" | "shared-hotspot" | "pocket-wifi" | "mix" | null = data.recommended;
  assert(data.strategies.some((strategy) => strategy.strategy === advised));
}

async function mistakes(): Promise<void> {
  const { data, error, response } = await api.POST("/api/v1/recommendations", { params: {}, body: { trip: { days: 0 }, people: 2 } });
  assert.equal(data, undefined);
  assert.equal(response.status, 400);
  assert.equal(error?.code, "invalid-request");
  assert.deepEqual(error?.codes?.["trip.days"], ["days-out-of-range"]);
}

async function catalog(): Promise<void> {
  const plans = await api.GET("/api/v1/plans", { params: { query: { medium: "esim", days: 10, sort: "price-per-gb", pageSize: 5 } } });
  assert(plans.data && plans.data.items.length === 5);
  const plan = plans.data.items[0];
  assert(plan?.quote && plan.quote.days === 10 && plan.medium === "esim");
  const confirmed: Record<components["schemas"]["TetherPolicy"], boolean> = { allowed: true, capped: true, forbidden: true, unknown: false };
  assert.equal(typeof confirmed[plan.tethering.policy], "boolean");
  const one = await api.GET("/api/v1/plans/{id}", { params: { path: { id: plan.id } } });
  assert.equal(one.data?.name, plan.name);
  const none = await api.GET("/api/v1/plans/{id}", { params: { path: { id: "no-such-plan" } } });
  assert.equal(none.error?.code, "not-found");
  const tag = one.response.headers.get("ETag");
  assert(tag);
  const same = await api.GET("/api/v1/plans/{id}", { params: { path: { id: plan.id }, header: { "If-None-Match": tag } } });
  assert.equal(same.response.status, 304);
}

async function usage(): Promise<void> {
  const { data } = await api.POST("/api/v1/usage-estimates", { params: {}, body: { activities: { maps: 1, video: 2 }, freeWifi: "none" } });
  assert.equal(data?.gbPerDay, 1.155);
  const airports = await api.GET("/api/v1/airports", { params: {} });
  assert(airports.data?.items.some((airport) => airport.iata === "NRT"));
  const changes = await api.GET("/api/v1/changes", { params: { query: { pageSize: 2 } } });
  assert(changes.data && changes.data.items.every((change) => change.code.length > 0));
}

await advice();
await mistakes();
await catalog();
await usage();
console.log("The client and the server agree.");
