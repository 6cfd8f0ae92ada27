using System.Text.Json;

namespace JapanEsimAdvisor.Web.Wire;

public static class WireNames
{
    extension(Enum value)
    {
        /// <summary>The value as JSON spells it: kebab-case.</summary>
        public string Wire() => JsonSerializer.SerializeToElement(value, value.GetType(), WireJson.Options).GetString()!;
    }
}
