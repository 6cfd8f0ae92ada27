namespace JapanEsimAdvisor.Web.Tests.Api;

/// <summary>Whose price of certainty is not listed: the search or the answer would be too large.</summary>
public sealed class FrontierLimitTests(SiteFixture site)
{
    [Fact]
    public async Task More_than_256_combinations_of_different_people_are_refused_with_the_limit()
    {
        var answer = await AskAsync(Enumerable.Range(0, 9).Select(kind => $$"""{ "usage": { "gbPerDay": {{kind}}.5 } }"""));

        answer.Wrong("include: frontier-too-various");
        Assert.Contains("512 combinations, 256 at most", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_16_travelers_one_by_one_are_refused_and_as_many_together_are_not()
    {
        var answer = await AskAsync(Enumerable.Range(0, 17).Select(number => $$"""{ "name": "n{{number}}" }"""));

        answer.Wrong("include: frontier-too-long");
        Assert.Contains("at most 16 travelers", answer.Text, StringComparison.Ordinal);
        (await AskAsync(["""{ "count": 17 }"""])).Ok();
        (await AskAsync(Enumerable.Range(0, 16).Select(number => $$"""{ "name": "n{{number}}" }"""))).Ok();
    }

    private Task<Answer> AskAsync(IEnumerable<string> travelers) => site.PostAsync(
        $$"""{ "trip": { "days": 5 }, "travelers": [{{string.Join(", ", travelers)}}], "include": ["frontier"] }""");
}
