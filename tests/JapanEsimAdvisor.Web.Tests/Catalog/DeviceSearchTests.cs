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
    [InlineData("苹果15", "apple-iphone-15")]
    [InlineData("苹果手机15", "apple-iphone-15")]
    [InlineData("我的苹果15", "apple-iphone-15")]
    [InlineData("苹果十五", "apple-iphone-15")]
    [InlineData("蘋果 15", "apple-iphone-15")]
    [InlineData("苹果15promax", "apple-iphone-15-pro-max")]
    [InlineData("15 pro max 苹果", "apple-iphone-15-pro-max")]
    [InlineData("iphone15promax", "apple-iphone-15-pro-max")]
    [InlineData("i phone 15", "apple-iphone-15")]
    [InlineData("iphone 15+", "apple-iphone-15-plus")]
    [InlineData("appel iphone 15", "apple-iphone-15")]
    [InlineData("三星s24", "samsung-galaxy-s24")]
    [InlineData("samsungs24", "samsung-galaxy-s24")]
    [InlineData("samsng galaxi s24", "samsung-galaxy-s24")]
    [InlineData("s24 ultra samsung", "samsung-galaxy-s24-ultra")]
    [InlineData("小米14", "xiaomi-14")]
    [InlineData("小米十四", "xiaomi-14")]
    [InlineData("华为p40", "huawei-p40")]
    [InlineData("huawie p40 pro", "huawei-p40-pro")]
    [InlineData("googlepixel8", "google-pixel-8")]
    [InlineData("pixel8pro", "google-pixel-8-pro")]
    [InlineData("谷歌8", "google-pixel-8")]
    public void A_device_is_found_first_by_what_people_type(string typed, string id)
    {
        Assert.Equal(id, Search.Find(typed).FirstOrDefault()?.Id);
    }

    /// <summary>"iPad" and "iPhone" are names of Apple too, so both words find everything by Apple.</summary>
    [Theory]
    [InlineData("ipad", DeviceClass.Tablet)]
    [InlineData("iphone", DeviceClass.Phone)]
    [InlineData("아이패드", DeviceClass.Tablet)]
    public void Devices_called_so_come_before_others_of_the_brand(string typed, DeviceClass expected)
    {
        var found = Search.Find(typed).ToList();

        var called = found.Where(device => device.Brand == "Apple" && device.Class == expected).ToList();
        Assert.NotEmpty(called);
        Assert.Equal(called, found.Take(called.Count));
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
