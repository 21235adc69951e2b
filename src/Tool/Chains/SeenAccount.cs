using TypedLlm.Locks;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Locks;

namespace TypedLlm.Tool.Chains;

/// <summary>What the lock file of the current directory says of the account of an environment.</summary>
internal static class SeenAccount
{
    /// <summary>All environments count where none is named; nothing is known of one that the file does not have.</summary>
    /// <exception cref="ToolException">The file cannot be read.</exception>
    public static ModelLock Of(ToolHost host, ToolEnvironment environment)
    {
        var file = new LockStore(host.FullPath(LockStore.FileName), host.Time).Read();
        return ModelLock.Of(file, environment.Name == ToolEnvironment.Default ? null : environment.Name, out _);
    }
}
