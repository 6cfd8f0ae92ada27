using System.Runtime.CompilerServices;
using System.Text.Json;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Catalog;

/// <summary>Phones as people type them in five languages: <c>typed-phones.json</c>.</summary>
public sealed class TypedPhoneTests(SiteFixture site)
{
    private const double MustComeFirst = 0.95;

    private static readonly TypedPhone[] Phones =
        JsonSerializer.Deserialize<TypedPhone[]>(File.ReadAllText(Path.Combine(Here(), "typed-phones.json")), JsonSerializerOptions.Web)!;

    private DeviceSearch Search => site.Services.GetRequiredService<CatalogStore>().Current.Devices;

    [Fact]
    public void Nearly_all_are_surely_meant_and_listed_first_with_their_market()
    {
        var missed = Phones.Where(phone => !IsFirst(phone) || ReadPhone(phone.Typed).Market != phone.Market).ToList();
        var unsure = Phones.Where(phone => ReadPhone(phone.Typed).Device is null).ToList();

        Assert.True(Phones.Length >= 150);
        Assert.True(missed.Count <= Phones.Length * (1 - MustComeFirst), "Not first: " + Names(missed));
        Assert.True(unsure.Count <= Phones.Length * (1 - MustComeFirst), "Not sure: " + Names(unsure));
    }

    [Fact]
    public void None_is_surely_another_model() => Assert.All(Phones, phone =>
    {
        var found = ReadPhone(phone.Typed).Device;
        Assert.True(found is null || found.Id == phone.Device, $"{phone.Typed} is {found?.Id}, not {phone.Device}.");
    });

    private static string Names(IEnumerable<TypedPhone> phones) => string.Join(", ", phones.Select(phone => phone.Typed));

    private bool IsFirst(TypedPhone phone) => Search.Find(phone.Typed, IsPhone).FirstOrDefault()?.Id == phone.Device;

    private DeviceAnswer ReadPhone(string typed) => Search.Read(typed, IsPhone);

    private static bool IsPhone(Device device) => device.Class == DeviceClass.Phone;

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private sealed record TypedPhone(string Typed, string Device, string? Market);
}
