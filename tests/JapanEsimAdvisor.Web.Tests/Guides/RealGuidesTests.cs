using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Guides;

/// <summary>The guides' own texts, in the languages not served yet as well.</summary>
public sealed partial class RealGuidesTests(SiteFixture site)
{
    public static TheoryData<string> Languages => [.. GuideReader.Languages];

    private GuideStore Guides => site.Services.GetRequiredService<GuideStore>();

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_guide_answers_first_has_sources_and_shows_no_leftover_Markdown(string language)
    {
        Assert.NotEmpty(Guides.In(new Language(language)));
        Assert.All(Guides.In(new Language(language)), guide =>
        {
            var page = Page(guide);
            Assert.Equal("P", page.Body!.FirstElementChild!.TagName);
            Assert.True(page.QuerySelectorAll("h2").Length is >= 3 and <= 8, guide.Slug);
            Assert.NotEmpty(guide.Sources);
            Assert.DoesNotMatch(@"\*\*|\]\(|\[\^|^#|\|", page.Body.TextContent);
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_guide_names_a_price(string language) =>
        Assert.All(Guides.In(new Language(language)), guide => Assert.DoesNotMatch(PricePattern(), Page(guide).Body!.TextContent));

    [Fact]
    public void Every_guide_is_short() => Assert.All(
        Guides.In(Language.English),
        guide =>
            Assert.InRange(Page(guide).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 350, 800));

    [Theory]
    [InlineData("zh-Hans", "務|個|這|們|國|電|網|說|機")]
    [InlineData("zh-Hant", "务|个|这|们|国|电|网|说|机|短信|视频|軟件|互聯網")]
    [InlineData("ja", "[가-힣]|这|们|说|网")]
    [InlineData("ko", "[\u3040-\u30FF]|[\u4E00-\u9FFF]")]
    [InlineData("en", "[\u3040-\u30FF\u4E00-\u9FFF가-힣]")]
    public void A_guide_is_written_in_the_characters_and_words_of_its_readers(string language, string foreign) => Assert.All(
        Guides.In(new Language(language)),
        guide => Assert.DoesNotMatch(foreign, guide.Title + guide.Description + Page(guide).Body!.TextContent));

    [Theory]
    [InlineData("zh-Hans", "的", "は|です|の")]
    [InlineData("zh-Hant", "的", "は|です|の")]
    [InlineData("ja", "です|ます", "습니다")]
    [InlineData("ko", "습니다|세요", "です")]
    public void No_guide_was_left_in_another_language(string language, string own, string other) =>
        Assert.All(Guides.In(new Language(language)), guide =>
    {
        Assert.Matches(own, guide.Markdown);
        Assert.DoesNotMatch(other, guide.Markdown);
    });

    [Fact]
    public void Every_source_is_dated_no_later_than_it_was_read_and_no_later_than_today() => Assert.All(
        Guides.In(Language.English).SelectMany(guide => guide.Sources),
        source => Assert.True(string.CompareOrdinal(source.Dated ?? "2000", source.Checked) <= 0, source.Id));

    private static IHtmlDocument Page(Guide guide) => new HtmlParser().ParseDocument(guide.Html);

    [GeneratedRegex(@"[¥$€£₩]|\d[\d,.]*\s?(円|日元|日圓|日币|美元|엔|원|yen|euros?|dollars?|JPY|USD|EUR|CNY|TWD|HKD|KRW)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PricePattern();
}
