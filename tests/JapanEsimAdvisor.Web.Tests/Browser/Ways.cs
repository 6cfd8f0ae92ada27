namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>
/// In which language, on how wide a screen and with or without scripts people come: each once, in a full run each with
/// each.
/// </summary>
public static class Ways
{
    public static TheoryData<string, int, bool> All => [.. from language in (string[])["en", "zh-hans"]
                                                           from width in (int[])[360, 1280]
                                                           from hasScript in (bool[])[true, false]
                                                           where FullRun.IsOn
                                                               || (language == "en" && width == 360 && hasScript)
                                                               || (language != "en" && width != 360 && !hasScript)
                                                           select new TheoryDataRow<string, int, bool>(language, width, hasScript)];
}
