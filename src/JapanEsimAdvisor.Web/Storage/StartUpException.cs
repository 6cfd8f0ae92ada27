namespace JapanEsimAdvisor.Web.Storage;

/// <summary>The program cannot start or a command failed. The message is one line that says what to do.</summary>
public sealed class StartUpException(string message, Exception? inner = null) : Exception(message, inner);
