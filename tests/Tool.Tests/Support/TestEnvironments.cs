using TypedLlm.Tool.Environments;

namespace TypedLlm.Tool.Tests.Support;

/// <summary>Environments made by hand.</summary>
internal static class TestEnvironments
{
    public static ToolEnvironment Of(TypedLlmOptions? options = null)
    {
        options ??= new TypedLlmOptions();
        return new ToolEnvironment(ToolEnvironment.Default, options, ProviderSettings.Of(options, static _ => null));
    }
}
