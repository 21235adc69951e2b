using TypedLlm.Tool.Descriptors;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Rendering;

/// <summary>A method and the assembly that declares its endpoint.</summary>
internal sealed record FoundMethod(EndpointAssembly Assembly, MethodDescriptor Method)
{
    /// <summary>The name with the types that tell overloads apart: <c>Shop.IDesk.AskAsync(string, int)</c>.</summary>
    public string Signature => $"{Method.FullName}({string.Join(", ", Method.Parameters.Select(static parameter => TypeText.Short(parameter.Type)))})";
}
