using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>
/// Prints the client of an endpoint. Names of its own that begin with two underscores can clash with no name of the user's: C# reserves them
/// for tools.
/// </summary>
internal static partial class ClientEmitter
{
    public const string MethodsName = "__Methods";

    public static string Emit(EndpointModel model)
    {
        var writer = new SourceWriter();
        writer.Write(GeneratedFile.Begin(model.Warnings));
        writer.Write($""""
            [assembly: global::TypedLlm.CompilerServices.LlmEndpointDescriptor("""{DescriptorWriter.Write(model)}""")]

            """");
        if (model.Namespace.Length == 0)
        {
            WriteClass(writer, model);
        }
        else
        {
            writer.Write($"namespace {model.Namespace}");
            writer.Open();
            WriteClass(writer, model);
            writer.Close();
        }

        return writer.ToString();
    }

    private static void WriteClass(SourceWriter writer, EndpointModel model)
    {
        writer.Write($"""
            /// <summary>Answers the calls of <see cref="{model.Interface}"/> with language models.</summary>
            {GeneratedFile.Attribute}
            {(model.IsPublic ? "public" : "internal")} sealed class {model.ClassName} : {model.Interface}
            """);
        writer.Open();
        WriteConstants(writer, model);
        writer.Write($$"""

            private readonly global::TypedLlm.CompilerServices.LlmInvoker __invoker;

            /// <summary>Makes a client.</summary>
            /// <param name="runtime">Sends the calls. The client does not dispose it.</param>
            public {{model.ClassName}}(global::TypedLlm.LlmRuntime runtime)
            {
                global::System.ArgumentNullException.ThrowIfNull(runtime);
                this.__invoker = runtime.Invoker;
            }
            """);
        foreach (var method in model.Methods)
        {
            writer.WriteLine();
            if (method.Blocked is { } blocked)
            {
                WriteBlocked(writer, blocked);
            }
            else
            {
                WriteMethod(writer, method);
            }
        }

        foreach (var member in model.BlockedMembers)
        {
            writer.WriteLine();
            WriteBlocked(writer, member);
        }

        foreach (var method in model.Methods)
        {
            if (method.Blocked is null)
            {
                writer.WriteLine();
                WritePrompt(writer, method);
            }
        }

        writer.Close();
    }
}
