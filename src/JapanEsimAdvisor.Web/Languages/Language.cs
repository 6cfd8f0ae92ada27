namespace JapanEsimAdvisor.Web.Languages;

/// <summary>A language of the site.</summary>
/// <param name="Tag">BCP 47 tag, such as zh-Hans.</param>
public sealed record Language(string Tag)
{
    public static readonly Language English = new("en");

    /// <summary>As in addresses, such as zh-hans.</summary>
    public string Slug => Tag.ToLowerInvariant();

    public bool IsChinese => Tag.StartsWith("zh", StringComparison.Ordinal);
}
