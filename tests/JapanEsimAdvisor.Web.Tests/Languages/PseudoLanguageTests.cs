using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Catalog;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Languages;

/// <summary>
/// The site in a language in which every text of the resources stands in ⟦ ⟧: letters outside them, but for names from
/// the data, are no text of any language.
/// </summary>
public sealed partial class PseudoLanguageTests(PseudoSite site) : IClassFixture<PseudoSite>
{
    public static TheoryData<string> Addresses => PageTextTests.Addresses;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_word_of_a_page_stands_in_the_resources_or_the_data(string address)
    {
        var page = (await site.GetAsync("/en" + address)).Page;
        var catalog = site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;

        var texts = PageText.Visible(page).ToList();
        Assert.Contains(texts, text => MarkedPattern().IsMatch(text));
        Assert.Empty(PageText.WithoutNames(catalog, texts.Select(Unmarked), []).Where(text => text.Any(char.IsLetter)).Distinct());
    }

    [Theory]
    [InlineData("⟦Buy ⟦2 × Plan⟧⟧ 3 GB", " 3 GB")]
    [InlineData("⟦Buy⟧ by ⟦noon⟧", " by ")]
    public void A_text_inside_a_text_is_marked_with_it(string text, string rest) => Assert.Equal(rest, Unmarked(text));

    private static string Unmarked(string text) =>
        MarkedPattern().Replace(text, string.Empty) is var less && less.Length < text.Length ? Unmarked(less) : text;

    [GeneratedRegex("⟦[^⟦⟧]*⟧")]
    private static partial Regex MarkedPattern();
}

/// <summary>The real site with every text of its resources in ⟦ ⟧.</summary>
public sealed class PseudoSite : SiteFixture
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<ResourceManager>(new Marked()));
    }

    private sealed class Marked : ResourceManager
    {
        public override string? GetString(string name, CultureInfo? culture) =>
            Web.Languages.Words.Resources.GetString(name, culture) is { } text ? $"⟦{text}⟧" : null;
    }
}
