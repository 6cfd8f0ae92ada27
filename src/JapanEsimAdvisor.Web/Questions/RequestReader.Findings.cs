using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>What of a request cannot be read.</summary>
public static partial class RequestReader
{
    private sealed class Findings(ICollection<FieldError> errors)
    {
        private const int MostErrors = 50;

        private readonly HashSet<JsonNode> _wrong = [];

        /// <param name="value">What is wrong; null for a property that says nothing.</param>
        public void Add(string path, string code, JsonNode? value)
        {
            if (errors.Count < MostErrors)
            {
                errors.Add(new FieldError(path, code));
            }

            if (value is not null)
            {
                _wrong.Add(OfAProperty(value));
            }
        }

        /// <summary>Leaves out what is wrong; of a list with a wrong entry the whole, since the others would move up.</summary>
        public void TakeOut()
        {
            foreach (var wrong in _wrong)
            {
                (wrong.Parent as JsonObject)?.Remove(wrong.GetPropertyName());
            }
        }

        private static JsonNode OfAProperty(JsonNode value) => value.Parent is JsonArray list ? OfAProperty(list) : value;
    }
}
