using System.Text;
using TypedLlm.Tool.Descriptors;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Rendering;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Approvals;

/// <summary>Writes what the endpoints of a workspace do, as it is reviewed. It follows from assemblies, catalog and settings alone: the clock says nothing.</summary>
internal static class ApprovalWriter
{
    /// <exception cref="Cli.ToolException">The app would refuse a chain.</exception>
    public static IReadOnlyList<Approval> Write(Workspace workspace, ToolEnvironment environment)
    {
        var approvals = new List<Approval>();
        var folders = ApprovalFileNames.Of(workspace.Assemblies.Select(static assembly => assembly.Name));
        foreach (var assembly in workspace.Assemblies)
        {
            var files = ApprovalFileNames.Of(assembly.Endpoints.Select(static endpoint => endpoint.Name));
            foreach (var endpoint in assembly.Endpoints.OrderBy(static endpoint => endpoint.Name, StringComparer.Ordinal))
            {
                approvals.Add(new Approval($"{folders[assembly.Name]}/{files[endpoint.Name]}.txt", Write(workspace, assembly, endpoint, environment)));
            }
        }

        return approvals;
    }

    private static string Write(Workspace workspace, EndpointAssembly assembly, EndpointDescriptor endpoint, ToolEnvironment environment)
    {
        var catalog = workspace.CatalogOf(assembly, environment);
        var text = new StringBuilder($"{Approval.Mark}{PromptText.OneLine(endpoint.Name)}\n# What it asks of language models. Look at what changes here as you look at code.\n");
        foreach (var found in endpoint.Methods.Select(method => new FoundMethod(assembly, method)).OrderBy(static found => found.Signature, StringComparer.Ordinal))
        {
            text.Append('\n');
            MethodSection.Append(text, found.Method, MethodChain.Resolve(found.Method, catalog, environment, catalog.AsOf));
        }

        return text.ToString();
    }
}
