using System.Net;
using AngleSharp.Dom;

namespace JapanEsimAdvisor.Web.Tests.SavedTrips;

/// <summary>Forms of pages, sent as a browser of 2023 or later sends them.</summary>
internal static class TripForms
{
    public static readonly (string, string) SameOrigin = ("Sec-Fetch-Site", "same-origin");

    public static Task<Answer> OpenAsync(this HttpClient client, string address, params (string, string)[] headers) =>
        client.AskAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)), headers);

    public static Task<Answer> SendFormAsync(
        this HttpClient client,
        string address,
        IEnumerable<(string Name, string Value)> fields,
        params (string, string)[] headers) => client.AskAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        },
        headers);

    /// <summary>Saves the trip of a result page by its own form.</summary>
    public static async Task<Answer> SaveResultAsync(this HttpClient client, string result, params (string, string)[] headers)
    {
        var form = (await client.OpenAsync(result)).Ok().Page.QuerySelector("#sharing form")!;
        Assert.Equal("post", form.GetAttribute("method"));
        return await client.SendFormAsync(form.GetAttribute("action")!, Hidden(form), headers);
    }

    public static IEnumerable<(string Name, string Value)> Hidden(IElement form) =>
        form.QuerySelectorAll("input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!));

    /// <summary>The address, token and cookies a saved page tells.</summary>
    public static (string Address, string Token, string Cookie) SavedPage(this Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.OK, $"{(int)answer.Status} {answer.Text}");
        var address = answer.Page.QuerySelector("main a.button")!.GetAttribute("href")!;
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.Contains($"path={address};", StringComparison.Ordinal));
        return (
            address, answer.Page.QuerySelector("#key")!.GetAttribute("value")!, cookie[..cookie.IndexOf(';', StringComparison.Ordinal)]);
    }
}
