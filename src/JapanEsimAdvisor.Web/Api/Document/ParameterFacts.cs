using System.Text.Json.Nodes;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Api.Catalog;
using JapanEsimAdvisor.Web.Api.Trips;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.OpenApi;

namespace JapanEsimAdvisor.Web.Api.Document;

/// <summary>What parameters mean, in which unit and range: they are read as text, which tells a signature nothing.</summary>
public static class ParameterFacts
{
    private static readonly Dictionary<string, (string Description, OpenApiSchema Schema, JsonNode? Example)> Known = new(StringComparer.Ordinal)
    {
        ["lang"] = ("Language of the texts, in any case. Accept-Language counts where it is left out, then English.", OneOf(["en", "zh-Hans", "zh-Hant", "ja", "ko"]), "en"),
        ["page"] = ("Page of the list, from 1.", Number(1, 1_000_000, 1), 1),
        ["pageSize"] = ("Entries on a page.", Number(1, 200, 50), 50),
        ["medium"] = ("How the plan comes.", OneOf<Medium>(), "esim"),
        ["allowance"] = ("Kind of its data allowance.", OneOf<AllowanceKind>(), "fixed"),
        ["provider"] = ("Id of the seller, as under GET /providers.", Text("^[a-z0-9-]{1,80}$"), "airalo"),
        ["network"] = ("Japanese network it is known to use.", OneOf(PlansWanted.Networks), "softbank"),
        ["tethering"] = ("Whether a hotspot is allowed, as far as stated.", OneOf<TetherPolicy>(), "allowed"),
        ["days"] = ("Days in Japan, both ends counted.", Number(1, TripRules.MostDays), 10),
        ["minGb"] = ("Least full-speed gigabytes over the quoted days.", Number(0, PlansWanted.MostGb), 5),
        ["audience"] = ("Who may buy it.", OneOf<Audience>(), "visitor"),
        ["q"] = ("Words of the name; forgiving of spelling for devices.", Text(null), "iphone 15"),
        ["japaneseNumber"] = ("true: only plans known to bring a Japanese number; false: only those known to bring none.", OneOf(["true", "false"]), "false"),
        ["sort"] = ("Order; by id where left out. Plans without a quote come last.", OneOf(PlansWanted.Sorts), "price-per-gb"),
        ["currency"] = ("ISO 4217 code of a currency of GET /exchange-rates; JPY where left out.", Text("^[A-Z]{3}$"), "EUR"),
        ["kind"] = ("Kind of seller.", OneOf<SellerKind>(), "travel-esim"),
        ["country"] = ("ISO 3166 code of a country the operator serves at home.", Text("^[A-Z]{2}$"), "US"),
        ["class"] = ("Kind of device.", OneOf<DeviceClass>(), "phone"),
        ["table"] = ("Which table; plans where left out.", OneOf(CatalogTables.Names), "plans"),
        ["since"] = ("A day in Japan (YYYY-MM-DD, that day included) or the cursor of an earlier answer; from the first change where left out.", Text(@"^(\d{4}-\d{2}-\d{2}|\d{1,10})$"), "2026-11-01"),
        ["people"] = ("People, of whom nothing else is known.", Number(1, TripRules.MostPeople), 4),
        ["arrival"] = ("First day in Japan, YYYY-MM-DD, at most two years ahead.", Date(), null),
        ["departure"] = ("Last day in Japan, YYYY-MM-DD, at most 365 days in all.", Date(), null),
        ["airport"] = ("IATA code of the airport of arrival, as under GET /airports.", Text("^[A-Z]{3}$"), "NRT"),
        ["home"] = ("ISO 3166 code of the country the party comes from.", Text("^[A-Z]{2}$"), "US"),
        ["usage"] = ("Profile of use, for everybody.", OneOf(["light", "typical", "heavy", "work"]), "typical"),
        ["apart"] = ("How much the party splits up: 0, 1 or 4 hours a day.", OneOf<Apartness>(), "sometimes"),
        ["operator"] = ("Id of everybody's home operator, as under GET /operators.", Text("^[a-z0-9-]{1,80}$"), "verizon"),
        ["priority"] = ("What counts more: money or ease.", OneOf<Priority>(), "balanced"),
        ["include"] = ("Parts beyond the usual answer, separated by commas: frontier, flip-points, why-not, percentiles, fair-split, backup.", Text(null), "percentiles,backup"),
        ["whyNot"] = ("Plan ids to say of why they are not the advice, separated by commas, at most 10.", Text(null), "airalo-moshi-moshi-5-gb-7-days"),
        ["basket"] = ("basketId of an answer to the same trip, to be shown as chosen.", Text(null), null),
        [TripsApi.EditToken] = ("The token told when the trip was saved.", Text(null), null),
        ["If-Match"] = ("The ETag last read, or * for whatever is there.", Text(null), "\"1\""),
        ["If-None-Match"] = ("ETags of answers at hand: 304 without a body where one of them is still right.", Text(null), "\"88966714fdfea438173c039e7871bd2a\""),
    };

    private static readonly Dictionary<string, (string Description, string Example)> Ids = new(StringComparer.Ordinal)
    {
        ["getPlan"] = ("Id of the plan, as under GET /plans.", "airalo-moshi-moshi-5-gb-7-days"),
        ["getProvider"] = ("Id of the seller, as under GET /providers.", "airalo"),
        ["getDevice"] = ("Id of the device, as under GET /devices.", "apple-iphone-15"),
    };

    /// <summary>Short names of a link, beside the language.</summary>
    public static IEnumerable<OpenApiParameter> OfLink() => ShortForm.Names.Select(name => Parameter(name));

    public static OpenApiParameter Parameter(string name, ParameterLocation place = ParameterLocation.Query, bool required = false)
    {
        var parameter = new OpenApiParameter { Name = name, In = place, Required = required };
        Describe(parameter, string.Empty);
        return parameter;
    }

    /// <exception cref="KeyNotFoundException">Nobody has said what the parameter means.</exception>
    public static void Describe(OpenApiParameter parameter, string operation)
    {
        if (parameter.In == ParameterLocation.Path)
        {
            var (meaning, example) = Ids.GetValueOrDefault(operation, ("Id of the saved trip.", "8J2uVxQ0bq3mFhYc1RkT5w"));
            (parameter.Description, parameter.Example) = (meaning, example);
            return;
        }

        (parameter.Description, parameter.Schema, parameter.Example) = Known[parameter.Name!] switch { var (meaning, schema, example) => (meaning, (IOpenApiSchema)schema.CreateShallowCopy(), example?.DeepClone()) };
    }

    private static OpenApiSchema Text(string? pattern) => new() { Type = JsonSchemaType.String, Pattern = pattern };

    private static OpenApiSchema Date() => new() { Type = JsonSchemaType.String, Format = "date" };

    private static OpenApiSchema Number(int least, int most, int? otherwise = null) =>
        new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = Plain(least), Maximum = Plain(most), Default = otherwise };

    private static OpenApiSchema OneOf(IEnumerable<string> values) => new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)JsonValue.Create(value))] };

    private static OpenApiSchema OneOf<T>()
        where T : struct, Enum => OneOf(Enum.GetValues<T>().Select(value => value.Wire()));

    private static string Plain(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
