using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Catalog;

/// <summary>Devices by what people call them, in the real catalog.</summary>
public sealed class DeviceSearchTests(SiteFixture site)
{
    private CatalogSnapshot Catalog => Store.Current.Snapshot;

    private DeviceSearch Search => Store.Current.Devices;

    private CatalogStore Store => site.Services.GetRequiredService<CatalogStore>();

    [Theory]
    [InlineData("iphone 25")]
    [InlineData("Galaxy S99")]
    [InlineData("iphone 15 mini")]
    [InlineData("小米 999")]
    public void Another_model_is_never_offered_for_one_that_is_not_known(string typed)
    {
        var answer = Search.Read(typed);

        Assert.Null(answer.Device);
        Assert.Empty(answer.Candidates);
        Assert.Empty(Search.Find(typed));
    }

    [Theory]
    [InlineData("15 pro", "apple-iphone-15-pro", "xiaomi-15-pro")]
    [InlineData("a54", "samsung-galaxy-a54-5g", "oppo-a54")]
    [InlineData("apple watch 9", "apple-watch-series-9-gps", "apple-watch-series-9-gps-plus-cellular")]
    public void Where_several_devices_are_called_so_none_is_sure(string typed, params string[] ids)
    {
        var answer = Search.Read(typed);

        Assert.Null(answer.Device);
        Assert.All(ids, id => Assert.Contains(id, answer.Candidates.Select(device => device.Id)));
    }

    [Theory]
    [InlineData("iPhone 99 A2848")]
    [InlineData("iPhone 15 A2404")]
    public void A_name_and_a_model_number_of_different_models_are_not_sure(string typed)
    {
        var answer = Search.Read(typed);

        Assert.Null(answer.Device);
        Assert.NotEmpty(answer.Candidates);
    }

    [Theory]
    [InlineData("iPad", "any-tablet-wifi")]
    [InlineData("MacBook Air", "any-laptop")]
    [InlineData("Apple MacBook Pro", "any-laptop")]
    [InlineData("노트북", "any-laptop")]
    [InlineData("laptop", "any-laptop")]
    [InlineData("Nintendo Switch 2", "any-console")]
    [InlineData("Switch", "nintendo-switch")]
    [InlineData("Galaxy Tab S9", "samsung-galaxy-tab-s9")]
    [InlineData("kindle paperwhite", "any-e-reader")]
    [InlineData("カメラ", "any-camera")]
    [InlineData("router", "any-own-router")]
    [InlineData("ipad mini 6", "apple-ipad-mini-6th-generation")]
    public void Other_devices_are_found_by_their_name_or_their_kind(string typed, string id)
    {
        Assert.Equal(id, Search.Read(typed, device => device.Class != DeviceClass.Phone).Device?.Id);
    }

    [Theory]
    [InlineData("ipad")]
    [InlineData("苹果平板")]
    [InlineData("아이패드")]
    public void A_tablet_is_never_answered_with_phones(string typed)
    {
        Assert.DoesNotContain(Search.Find(typed), device => device.Class == DeviceClass.Phone);
        Assert.Null(Search.Read(typed, device => device.Class == DeviceClass.Phone).Device);
    }

    [Fact]
    public void A_market_alone_names_no_device()
    {
        var answer = Search.Read("国行");

        Assert.Equal(("CN", null), (answer.Market, answer.Device));
        Assert.Empty(answer.Candidates);
    }

    [Fact]
    public void A_model_number_finds_its_device()
    {
        var shared = Catalog.Devices.Values.SelectMany(device => device.ModelNumbers).GroupBy(number => number).Where(group => group.Count() > 1)
            .Select(group => group.Key).ToHashSet();
        Assert.All(Catalog.Devices.Values, device => Assert.All(
            device.ModelNumbers.Where(number => !shared.Contains(number)),
            number => Assert.True(
                Search.Read(number) is var answer && (answer.Device == device || answer.Candidates.Contains(device)), number)));
    }

    /// <summary>A brand is not a model, so that nothing is sure.</summary>
    [Theory]
    [InlineData("iphone")]
    [InlineData("galaxy")]
    [InlineData("小米")]
    public void A_brand_or_a_family_lists_its_devices(string typed)
    {
        var answer = Search.Read(typed);

        Assert.Null(answer.Device);
        Assert.True(answer.Candidates.Length > 20);
        Assert.Single(answer.Candidates.Select(device => device.Brand).Distinct());
    }

    [Fact]
    public void Of_names_as_short_the_newest_comes_first()
    {
        var phones = Catalog.Devices.Values.Where(
            device => device.Name.StartsWith("iPhone ", StringComparison.Ordinal) && device.Name.Split(' ').Length == 2);

        Assert.Equal(phones.Max(device => device.Released), Search.Find("iphone").First().Released);
    }

    [Fact]
    public void The_names_of_a_catalog_are_taken_apart_once() => Assert.Same(Search, Search);

    [Fact]
    public void A_device_is_among_what_its_own_names_find_and_first_by_brand_and_name()
    {
        var search = Search;
        Assert.All(Catalog.Devices.Values, device =>
        {
            Assert.All(device.Aliases.Prepend(device.Name), name => Assert.Contains(device, search.Find(name)));
            Assert.Equal(device.Name, search.Find($"{device.Brand} {device.Name}").First().Name);
        });
    }

    [Theory]
    [InlineData("apple-iphone-99", "Apple")]
    [InlineData("小米 999", "Xiaomi")]
    public void What_means_nothing_is_answered_by_the_words_that_do(string typed, string brand)
    {
        Assert.Empty(Search.Find(typed));
        Assert.Equal(brand, Search.Nearest(typed).First().Brand);
    }

    [Theory]
    [InlineData("abacus")]
    [InlineData("🦊 --")]
    [InlineData("")]
    public void Nonsense_has_nothing_near(string typed)
    {
        Assert.Empty(Search.Nearest(typed));
    }
}
