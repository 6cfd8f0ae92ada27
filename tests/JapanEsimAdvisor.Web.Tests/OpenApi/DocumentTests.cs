using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NJsonSchema;

namespace JapanEsimAdvisor.Web.Tests.OpenApi;

/// <summary>The OpenAPI document is whole, tells the truth about itself, and changes only on purpose.</summary>
public sealed class DocumentTests(SiteFixture site)
{
    public const string Snapshot = "openapi.v1.json";

    private const string Renew = "UPDATE_OPENAPI";

    private static readonly string[] Verbs = ["get", "post", "put", "delete"];

    [Fact]
    public async Task The_document_is_the_one_reviewed()
    {
        var (now, file) = (await TextAsync(), Path.Combine(Folder(), Snapshot));
        if (Environment.GetEnvironmentVariable(Renew) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(file, now, TestContext.Current.CancellationToken);
        }

        var reviewed = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").Split('\n');
        var line = now.Split('\n').Zip(reviewed, (one, other) => one == other).TakeWhile(same => same).Count();
        Assert.True(
            now.Split('\n').SequenceEqual(reviewed),
            $"The OpenAPI document differs from {Snapshot} from line {line + 1} on. Where that is meant, run this test once with "
                + $"{Renew}=1, look at what changed, and commit the file.");
    }

    [Theory]
    [InlineData("linters")]
    [InlineData("client")]
    public async Task The_tools_of_others_have_accepted_the_document_as_it_is(string tool)
    {
        var (accepted, now) = (await AcceptedDocument.HashAsync(tool), await AcceptedDocument.HashNowAsync());
        Assert.True(
            accepted == now,
            $"The {tool} have not seen this document. Run ToolTests once with {Renew}=1 and TEST_EVERYTHING=1, and commit what they "
                + "write.");
    }

    [Fact]
    public async Task Every_route_of_the_api_is_in_the_document()
    {
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1", StringComparison.Ordinal))
            .SelectMany(
                route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [],
                (route, verb) => $"{verb} /{route.RoutePattern.RawText!.Trim('/')}");

        Assert.Equal(
            routes.Order(StringComparer.Ordinal),
            Operations(await DocumentAsync())
                .Select(operation => $"{operation.Verb.ToUpperInvariant()} {operation.Path}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_under_a_name_of_its_own()
    {
        var document = await DocumentAsync();
        var operations = Operations(document).Select(operation => operation.Json).ToList();
        var tags = document["tags"]!.AsArray().Select(tag => (string)tag!["name"]!).ToList();

        Assert.NotEmpty(operations);
        Assert.All(
            operations,
            operation => Assert.All(
                (string[])["operationId", "summary", "description"],
                name => Assert.False(string.IsNullOrWhiteSpace((string?)operation[name]), $"{operation["operationId"]} {name}")));
        Assert.Equal(operations.Count, operations.Select(operation => (string)operation["operationId"]!).Distinct().Count());
        Assert.All(operations, operation => Assert.Contains((string)Assert.Single(operation["tags"]!.AsArray())!, tags));
        Assert.All(document["tags"]!.AsArray(), tag => Assert.False(string.IsNullOrWhiteSpace((string?)tag!["description"])));
    }

    [Fact]
    public async Task Who_it_is_from_under_which_license_and_with_which_key_is_said()
    {
        var document = await DocumentAsync();
        var key = document["components"]!["securitySchemes"]!["apiKey"]!;

        Assert.Equal(("3.1.2", "http://localhost"), ((string?)document["openapi"], (string?)document["servers"]![0]!["url"]));
        Assert.All(
            (string[])["title", "description", "version"],
            name => Assert.False(string.IsNullOrWhiteSpace((string?)document["info"]![name])));
        Assert.Equal("https://creativecommons.org/licenses/by-sa/4.0/", (string?)document["info"]!["license"]!["url"]);
        Assert.Equal("http://localhost/en/about", (string?)document["info"]!["contact"]!["url"]);
        Assert.Equal(("apiKey", "header", "X-Api-Key"), ((string?)key["type"], (string?)key["in"], (string?)key["name"]));
        Assert.Equal("""[{},{"apiKey":[]}]""", document["security"]!.ToJsonString());
    }

    [Fact]
    public async Task Every_parameter_is_described_with_its_form()
    {
        var parameters = Operations(await DocumentAsync())
            .SelectMany(
                operation => operation.Json["parameters"]!.AsArray(),
                (operation, parameter) => (Name: $"{operation.Json["operationId"]} {parameter!["name"]}", Json: parameter))
            .ToList();

        Assert.NotEmpty(parameters);
        Assert.All(
            parameters,
            parameter => Assert.False(string.IsNullOrWhiteSpace((string?)parameter.Json["description"]), parameter.Name));
        Assert.All(parameters, parameter => Assert.NotNull(parameter.Json["schema"]?["type"]));
        Assert.All(
            parameters.Where(parameter => (string?)parameter.Json["schema"]!["type"] == "integer"),
            parameter => Assert.True(
                parameter.Json["schema"]!["minimum"] is not null && parameter.Json["schema"]!["maximum"] is not null,
                parameter.Name));
    }

    [Fact]
    public async Task Every_error_is_a_problem_with_its_codes_and_every_answer_has_a_form()
    {
        foreach (var (path, verb, operation) in Operations(await DocumentAsync()))
        {
            var answers = operation["responses"]!.AsObject().ToList();
            Assert.Contains("400", answers.Select(answer => answer.Key));
            Assert.All(
                answers,
                answer => Assert.False(string.IsNullOrWhiteSpace((string?)answer.Value!["description"]), $"{verb} {path} {answer.Key}"));
            Assert.All(answers.Where(answer => answer.Key[0] == '4'), answer =>
            {
                var (type, problem) = Assert.Single(answer.Value!["content"]!.AsObject());
                Assert.Equal(
                    ("application/problem+json", "#/components/schemas/ProblemAnswer"),
                    (type, (string?)problem!["schema"]!["$ref"]));
                Assert.All(
                    problem["examples"]!.AsObject(),
                    example => Assert.Equal(
                        ("urn:japan-esim-advisor:problem:" + example.Key, answer.Key),
                        ((string?)example.Value!["value"]!["type"], example.Value!["value"]!["status"]!.ToJsonString())));
            });
            Assert.All(
                answers.Where(answer => answer.Key is "200" or "201"),
                answer => Assert.NotNull(Assert.Single(answer.Value!["content"]!.AsObject()).Value!["schema"]));
        }
    }

    [Fact]
    public async Task Every_example_fits_its_schema()
    {
        var document = await DocumentAsync();
        var examples = Operations(document)
            .SelectMany(
                operation => Bodies(operation.Json),
                (operation, body) => (Name: (string)operation.Json["operationId"]!, Body: body))
            .SelectMany(
                body => body.Body["examples"]!.AsObject(),
                (body, example) => (Name: $"{body.Name} {example.Key}", Schema: body.Body["schema"]!, Value: example.Value!["value"]!))
            .Concat(Operations(document)
                .SelectMany(operation => operation.Json["parameters"]!.AsArray())
                .Where(parameter => parameter!["example"] is not null)
                .Select(parameter => (Name: (string)parameter!["name"]!, Schema: parameter["schema"]!, Value: parameter["example"]!)))
            .ToList();

        Assert.Contains("recommend family", examples.Select(example => example.Name));
        var schemas = await SchemasAsync(examples.Select(example => example.Schema), document);
        foreach (var (name, schema, value) in examples)
        {
            var wrong = schemas[schema.ToJsonString()].Validate(value.ToJsonString());
            Assert.True(wrong.Count == 0, $"{name}: {string.Join("; ", wrong.Select(error => error.ToString()))}");
        }
    }

    [Theory]
    [InlineData(
        "recommendations?people=2&days=5&include=frontier,flip-points,why-not,percentiles,fair-split,backup",
        "/api/v1/recommendations")]
    [InlineData("plans?pageSize=200", "/api/v1/plans")]
    [InlineData("plans?pageSize=200&page=2&medium=roaming", "/api/v1/plans")]
    [InlineData("providers?pageSize=200", "/api/v1/providers")]
    [InlineData("operators?pageSize=200", "/api/v1/operators")]
    [InlineData("devices?pageSize=200", "/api/v1/devices")]
    [InlineData("airports", "/api/v1/airports")]
    [InlineData("changes?pageSize=200", "/api/v1/changes")]
    [InlineData("usage-profiles", "/api/v1/usage-profiles")]
    [InlineData("exchange-rates", "/api/v1/exchange-rates")]
    [InlineData("catalog.json", "/api/v1/catalog.json")]
    public async Task What_is_answered_fits_its_schema(string address, string path)
    {
        var document = await DocumentAsync();
        var answer = (await site.GetAsync("/api/v1/" + address)).Ok();
        var schema = await SchemaAsync(
            document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!,
            document);

        Assert.Empty(schema.Validate(answer.Text).Take(5).Select(error => error.ToString()));
    }

    [Fact]
    public async Task An_answer_leaves_nothing_out_and_says_what_may_be_unknown()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;
        var plan = schemas["PlanResponse"]!;

        Assert.Equal(
            plan["properties"]!.AsObject().Select(property => property.Key),
            plan["required"]!.AsArray().Select(name => (string)name!));
        Assert.Equal("\"string\"", plan["properties"]!["id"]!["type"]!.ToJsonString());
        Assert.Equal("""["null","boolean"]""", plan["properties"]!["fiveG"]!["type"]!.ToJsonString());
        Assert.Equal("#/components/schemas/IdAndName", (string?)plan["properties"]!["provider"]!["$ref"]);
        Assert.Equal("null", (string?)plan["properties"]!["quote"]!["anyOf"]![1]!["type"]);
        Assert.Null(schemas["TripRequest"]!["required"]);
        Assert.Equal("""["cities","countryside","mountains","islands"]""", schemas["Area"]!["enum"]!.ToJsonString());
    }

    private static IEnumerable<JsonObject> Bodies(JsonObject operation) =>
        operation["responses"]!.AsObject().Select(answer => answer.Value!["content"])
        .Append(operation["requestBody"]?["content"])
        .OfType<JsonObject>()
        .SelectMany(content => content.Select(body => body.Value!.AsObject()))
        .Where(body => body["examples"] is not null);

    private static async Task<JsonSchema> SchemaAsync(JsonNode schema, JsonObject document) =>
        (await SchemasAsync([schema], document)).Values.Single();

    /// <summary>Parses schemas together, by their text: each of them would bring those of the whole document along.</summary>
    private static async Task<Dictionary<string, JsonSchema>> SchemasAsync(IEnumerable<JsonNode> schemas, JsonObject document)
    {
        var texts = schemas.Select(schema => schema.ToJsonString()).Distinct().ToList();
        var whole = await JsonSchema.FromJsonAsync(
            new JsonObject
            {
                ["anyOf"] = new JsonArray([.. texts.Select(text => JsonNode.Parse(text))]),
                ["definitions"] = document["components"]!["schemas"]!.DeepClone(),
            }
                .ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        return texts.Zip(whole.AnyOf).ToDictionary(pair => pair.First, pair => pair.Second.ActualSchema, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Path, string Verb, JsonObject Json)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where Verbs.Contains(operation.Key)
        select (path.Key, operation.Key, operation.Value!.AsObject());

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private async Task<string> TextAsync() => (await site.GetAsync("/openapi/v1.json")).Ok().Text.ReplaceLineEndings("\n");

    private async Task<JsonObject> DocumentAsync() => JsonNode.Parse(await TextAsync())!.AsObject();
}
