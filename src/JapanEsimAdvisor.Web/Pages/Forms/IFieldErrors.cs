namespace JapanEsimAdvisor.Web.Pages.Forms;

/// <summary>A form that knows what is wrong with its fields.</summary>
public interface IFieldErrors
{
    /// <summary>What is wrong with a field, in words; null where nothing is.</summary>
    string? ErrorAt(string path);
}
