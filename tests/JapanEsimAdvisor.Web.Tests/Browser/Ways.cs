namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>In which language, on how wide a screen and with or without scripts people come: any two together, in a full run all three.</summary>
public static class Ways
{
    public static TheoryData<string, int, bool> All => [.. from language in (string[])["en", "zh-hans"]
                                                           from width in (int[])[360, 1280]
                                                           from hasScript in (bool[])[true, false]
                                                           where FullRun.IsOn || (language == "en") == (width == 360 == hasScript)
                                                           select new TheoryDataRow<string, int, bool>(language, width, hasScript)];
}
