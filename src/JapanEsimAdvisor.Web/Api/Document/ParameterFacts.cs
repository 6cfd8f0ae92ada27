using System.Text.Json.Nodes;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Api.Catalog;
using JapanEsimAdvisor.Web.Api.Trips;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.OpenApi;

namespace JapanEsimAdvisor.Web.Api.Document;

/// <summary>
/// Meaning, unit and range of parameters. The code reads them as text, so their signatures do not hold these.
/// </summary>
public static class ParameterFacts
{
    private static readonly Dictionary<string, (
        string Description, OpenApiSchema Schema, JsonNode? Example)> Known = new(StringComparer.Ordinal)
        {
            ["lang"] = (
            "Language of the texts, in upper or lower case. Without it Accept-Language counts, then English.",
            OneOf(["en", "zh-Hans", "zh-Hant", "ja", "ko"]),
            "en"),
            ["page"] = ("Page of the list, from 1.", Number(1, 1_000_000, 1), 1),
            ["pageSize"] = ("Entries on a page.", Number(1, 200, 50), 50),
            ["medium"] = ("How the plan comes.", OneOf<Medium>(), "esim"),
            ["allowance"] = ("Kind of its data allowance.", OneOf<AllowanceKind>(), "fixed"),
            ["provider"] = ("Id of the seller, as under GET /providers.", Text("^[a-z0-9-]{1,80}$"), "airalo"),
            ["network"] = ("Japanese network it is known to use.", OneOf(PlansWanted.Networks), "softbank"),
            ["tethering"] = ("Whether a hotspot is allowed, as far as stated.", OneOf<TetherPolicy>(), "allowed"),
            ["days"] = ("Days in Japan, first and last day included.", Number(1, TripRules.MostDays), 10),
            ["minGb"] = ("Minimum of full-speed gigabytes over the quoted days.", Number(0, PlansWanted.MostGb), 5),
            ["audience"] = ("Who may buy it.", OneOf<Audience>(), "visitor"),
            ["q"] = ("Words of the name. Misspelled names of devices are found too.", Text(null), "iphone 15"),
            ["japaneseNumber"] = (
            "true: only plans known to include a Japanese number; false: only plans known to include none.",
            OneOf(["true", "false"]),
            "false"),
            ["sort"] = ("Order; by default by id. Plans without a quote come last.", OneOf(PlansWanted.Sorts), "price-per-gb"),
            ["currency"] = ("ISO 4217 code of a currency of GET /exchange-rates; by default JPY.", Text("^[A-Z]{3}$"), "EUR"),
            ["kind"] = ("Kind of seller.", OneOf<SellerKind>(), "travel-esim"),
            ["country"] = ("ISO 3166 code of a country the operator serves at home.", Text("^[A-Z]{2}$"), "US"),
            ["class"] = ("Kind of device.", OneOf<DeviceClass>(), "phone"),
            ["table"] = ("Name of the table; by default plans.", OneOf(CatalogTables.Names), "plans"),
            ["since"] = (
            "A day in Japan (YYYY-MM-DD, that day included) or the cursor of an earlier answer; by default from the first change.",
            Text(@"^(\d{4}-\d{2}-\d{2}|\d{1,10})$"),
            "2026-11-01"),
            ["people"] = ("Number of people, if nothing else is known about them.", Number(1, TripRules.MostPeople), 4),
            ["arrival"] = ("First day in Japan, YYYY-MM-DD, at most two years ahead.", Date(), null),
            ["departure"] = ("Last day in Japan, YYYY-MM-DD; the trip has at most 365 days.", Date(), null),
            ["airport"] = ("IATA code of the airport of arrival, as under GET /airports.", Text("^[A-Z]{3}$"), "NRT"),
            ["home"] = ("ISO 3166 code of the country the party comes from.", Text("^[A-Z]{2}$"), "US"),
            ["usage"] = ("Profile of use, for everybody.", OneOf(["light", "typical", "heavy", "work"]), "typical"),
            ["apart"] = ("How much the party splits up: 0, 1 or 4 hours a day.", OneOf<Apartness>(), "sometimes"),
            ["operator"] = ("Id of everybody's home operator, as under GET /operators.", Text("^[a-z0-9-]{1,80}$"), "verizon"),
            ["priority"] = ("What matters more: price or ease.", OneOf<Priority>(), "balanced"),
            ["include"] = (
            "Parts beyond the usual answer, separated by commas: frontier, flip-points, why-not, percentiles, fair-split, backup.",
            Text(null),
            "percentiles,backup"),
            ["whyNot"] = (
            "Ids of plans, separated by commas, at most 10: the answer explains why they are not the advice.",
            Text(null),
            "airalo-moshi-moshi-5-gb-7-days"),
            ["basket"] = ("basketId of an answer to the same trip: the answer shows this basket as chosen.", Text(null), null),
            [TripsApi.EditToken] = ("The edit token from the answer when the trip was saved.", Text(null), null),
            ["If-Match"] = ("The ETag last read, or * for any version.", Text(null), "\"1\""),
            ["If-None-Match"] = (
            "ETags of stored answers: 304 without a body if one of them is still valid.",
            Text(null),
            "\"88966714fdfea438173c039e7871bd2a\""),
        };

    private static readonly Dictionary<string, (string Description, string Example)> Ids = new(StringComparer.Ordinal)
    {
        ["getPlan"] = ("Id of the plan, as under GET /plans.", "airalo-moshi-moshi-5-gb-7-days"),
        ["getProvider"] = ("Id of the seller, as under GET /providers.", "airalo"),
        ["getDevice"] = ("Id of the device, as under GET /devices.", "apple-iphone-15"),
    };

    /// <summary>Short names in a link, without the language.</summary>
    public static IEnumerable<OpenApiParameter> OfLink() => ShortForm.Names.Select(name => Parameter(name));

    public static OpenApiParameter Parameter(string name, ParameterLocation place = ParameterLocation.Query, bool required = false)
    {
        var parameter = new OpenApiParameter { Name = name, In = place, Required = required };
        Describe(parameter, string.Empty);
        return parameter;
    }

    /// <exception cref="KeyNotFoundException">The parameter has no description.</exception>
    public static void Describe(OpenApiParameter parameter, string operation)
    {
        if (parameter.In == ParameterLocation.Path)
        {
            var (meaning, example) = Ids.GetValueOrDefault(operation, ("Id of the saved trip.", "8J2uVxQ0bq3mFhYc1RkT5w"));
            (parameter.Description, parameter.Example) = (meaning, example);
            return;
        }

        (parameter.Description, parameter.Schema, parameter.Example) = Known[parameter.Name!] switch
        {
            var (meaning, schema, example) => (
            meaning, (IOpenApiSchema)schema.CreateShallowCopy(), example?.DeepClone())
        };
    }

    private static OpenApiSchema Text(string? pattern) => new() { Type = JsonSchemaType.String, Pattern = pattern };

    private static OpenApiSchema Date() => new() { Type = JsonSchemaType.String, Format = "date" };

    private static OpenApiSchema Number(int least, int most, int? otherwise = null) =>
        new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = Plain(least), Maximum = Plain(most), Default = otherwise };

    private static OpenApiSchema OneOf(IEnumerable<string> values) =>
        new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)JsonValue.Create(value))] };

    private static OpenApiSchema OneOf<T>()
        where T : struct, Enum => OneOf(Enum.GetValues<T>().Select(value => value.Wire()));

    private static string Plain(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
