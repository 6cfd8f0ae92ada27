using System.Text;
using CsCheck;
using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Partners.Links;

namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>Which link templates are taken, and what comes out of them.</summary>
public sealed class LinkTemplateTests
{
    [Theory]
    [InlineData(
        "https://track.example/?u={url}", "track.example", "https://track.example/?u=https%3A%2F%2Fshop.example%2Fja%3Fa%3D1%26b%3D%C3%A9")]
    [InlineData(
        "https://Track.Example:8443/go/{url}",
        "track.example:8443",
        "https://Track.Example:8443/go/https%3A%2F%2Fshop.example%2Fja%3Fa%3D1%26b%3D%C3%A9")]
    [InlineData(
        "https://track.example/click/ref:1/{provider}/{planId}", "track.example", "https://track.example/click/ref:1/shop/shop-5-gb")]
    [InlineData("https://track.example/?plan={planId}&a=100%25", "track.example", "https://track.example/?plan=shop-5-gb&a=100%25")]
    [InlineData("https://track.example/{provider}", "track.example", "https://track.example/shop")]
    public void A_good_template_is_filled(string text, string host, string filled)
    {
        Assert.True(LinkTemplate.TryRead(text, out var template, out _));

        Assert.Equal(host, template.Host);
        Assert.Equal(filled, template.Fill("https://shop.example/ja?a=1&b=é", "shop", "shop-5-gb"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{url}")]
    [InlineData("http://track.example/?u={url}")]
    [InlineData("javascript:alert(1)//{url}")]
    [InlineData("data:text/html,{url}")]
    [InlineData("ftp://track.example/{url}")]
    [InlineData("//track.example/?u={url}")]
    [InlineData("/go?u={url}")]
    [InlineData("https://track.example/")]
    [InlineData("https://track.example/?u={url}&v={url}")]
    [InlineData("https://track.example/?u={url}&p={planId}")]
    [InlineData("https://track.example/?p={planId}&q={planId}")]
    [InlineData("https://track.example/?u={URL}")]
    [InlineData("https://track.example/?u={url}&x={other}")]
    [InlineData("https://track.example/?u={{url}}")]
    [InlineData("https://track.example/?u={url")]
    [InlineData("https://track.example/?u=url}")]
    [InlineData("https://{provider}.example/")]
    [InlineData("https://track.example{provider}/")]
    [InlineData("https://{url}")]
    [InlineData("https://track.example:{planId}/")]
    [InlineData("https://user:word@track.example/?u={url}")]
    [InlineData("https://track.example@evil.example/?u={url}")]
    [InlineData("https://track.example\\@evil.example/?u={url}")]
    [InlineData("https://track.example/?u={url}#top")]
    [InlineData("https://track.example/#{url}")]
    [InlineData("https://track.example?u={url}")]
    [InlineData("https:track.example/?u={url}")]
    [InlineData("https://trac%6B.example/?u={url}")]
    [InlineData("https://192.0.2.1/?u={url}")]
    [InlineData("https://[2001:db8::1]/?u={url}")]
    [InlineData("https://track.example/?u={url}&n=%0d%0aSet-Cookie")]
    [InlineData("https://track.example/?u={url}&n=%zz")]
    [InlineData("https://track.example/?u={url}\n")]
    [InlineData("https://track.example/ ?u={url}")]
    [InlineData("https://track.example/?u={url}&x=<script>")]
    [InlineData("https://track.example/?u={url}&x=\"onclick")]
    [InlineData("https://track.example/?next=javascript:{url}")]
    [InlineData("https://track.example/?next=JavaScript%3A{url}")]
    [InlineData("https://track.éxample/?u={url}")]
    public void Anything_else_is_refused_with_a_reason(string text)
    {
        Assert.False(LinkTemplate.TryRead(text, out var template, out var problem));
        Assert.Null(template);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_past_all_length_is_refused() =>
        Assert.False(LinkTemplate.TryRead("https://track.example/?u={url}&x=" + new string('x', 500), out _, out _));

    [Theory]
    [InlineData("https://track.example/?u={url}")]
    [InlineData("https://track.example/{provider}/x?p={planId}")]
    public void Whatever_is_filled_in_stays_on_the_host_and_in_its_place(string text)
    {
        Assert.True(LinkTemplate.TryRead(text, out var template, out _));
        Gen.Select(
            Gen.String[Gen.Char['\u0001', '\uD7FF'], 0, 40],
            Gen.OneOf("#", "?a=b", "/../..", "\r\n", "@evil.example", "%0d", "\"<script>"))
            .Sample(
            (any, nasty) =>
            {
                var filled = template.Fill(any + nasty, any + nasty, nasty + any);
                var address = new Uri(filled);
                Assert.Equal(
                    ("https", "track.example", string.Empty, string.Empty),
                    (address.Scheme, address.Authority, address.Fragment, address.UserInfo));
                Assert.All(filled, letter => Assert.True(letter is > ' ' and < '\u007F' and not ('"' or '<' or '>' or '\\' or '{' or '}')));
            },
            iter: 2000, threads: 1);
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData(
        """{ "planId": "p", "provider": "s", "buyUrl": "https://x", "sellerUrl": "https://x" }""",
        """{ "planId": "p", "provider": "s", "buyUrl": "https://t.example/s/p", "sellerUrl": "https://x" }""")]
    [InlineData(
        """{"id":"p","provider":{"id":"s","name":"buyUrl"},"buyUrl":"https:\/\/x","n":1.50}""",
        """{"id":"p","provider":{"id":"s","name":"buyUrl"},"buyUrl":"https://t.example/s/p","n":1.50}""")]
    [InlineData("""{"planId":"p","provider":"s","buyUrl":null}""", """{"planId":"p","provider":"s","buyUrl":null}""")]
    [InlineData(
        """{"items":[{"planId":"p","provider":"s","buyUrl":"x"},{"planId":"q","provider":"r","buyUrl":"y"}],"buyUrls":"z"}""",
        """{"items":[{"planId":"p","provider":"s","buyUrl":"https://t.example/s/p"},"""
            + """{"planId":"q","provider":"r","buyUrl":"https://t.example/r/q"}],"buyUrls":"z"}""")]
    [InlineData("""{"notes":["buyUrl","x"]}""", """{"notes":["buyUrl","x"]}""")]
    [InlineData(
        """[{"buyUrl":null},"x",{"buyUrl":["y"],"provider":["z"]}]""",
        """[{"buyUrl":null},"x",{"buyUrl":["y"],"provider":["z"]}]""")]
    [InlineData(
        """["a",{"planId":"p","provider":"s","buyUrl":"x"}]""",
        """["a",{"planId":"p","provider":"s","buyUrl":"https://t.example/s/p"}]""")]
    public void Only_the_values_of_buyUrl_change(string neutral, string linked)
    {
        Assert.True(LinkTemplate.TryRead("https://t.example/{provider}/{planId}", out var template, out _));

        Assert.Equal(linked, Encoding.UTF8.GetString(BuyUrls.Put(Encoding.UTF8.GetBytes(neutral), template).Span));
    }
}
