using System.Text;

namespace TypedLlm.Generator;

/// <summary>Prints the method that registers all endpoints of an assembly.</summary>
internal static class RegistrationEmitter
{
    public static string Emit(EquatableArray<RegistrationModel> endpoints, string assemblyName)
    {
        // The names carry the assembly's, since assemblies that are friends see each other's.
        var name = Identifier(assemblyName);
        var className = char.IsDigit(name, 0) ? $"_{name}" : name;
        var writer = new SourceWriter();
        writer.Write(GeneratedFile.Begin(Warnings(endpoints)));
        writer.Write($$"""
            namespace TypedLlm
            {
                /// <summary>Registers the endpoints that this assembly declares.</summary>
                {{GeneratedFile.Attribute}}
                public static class {{className}}EndpointsExtensions
                {
                    /// <summary>Adds each endpoint as a singleton.</summary>
                    /// <param name="builder">The builder to add to.</param>
                    /// <returns>The same builder.</returns>
                    public static global::TypedLlm.TypedLlmBuilder Add{{name}}Endpoints(this global::TypedLlm.TypedLlmBuilder builder)
                    {
                        global::System.ArgumentNullException.ThrowIfNull(builder);
            """);
        foreach (var endpoint in endpoints)
        {
            writer.Write($$"""
                            builder.AddEndpoint<{{endpoint.Interface}}>(static runtime => new {{endpoint.Class}}(runtime), {{endpoint.Class}}.{{ClientEmitter.MethodsName}});
                """);
        }

        writer.Write("""
                        return builder;
                    }
                }
            }
            """);
        return writer.ToString();
    }

    private static EquatableArray<string> Warnings(EquatableArray<RegistrationModel> endpoints)
    {
        var warnings = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in endpoints)
        {
            warnings.UnionWith(endpoint.Warnings);
        }

        return EquatableArray<string>.From(warnings);
    }

    /// <summary><c>My-App.2</c> gives <c>MyApp2</c>.</summary>
    private static string Identifier(string assemblyName)
    {
        var name = new StringBuilder(assemblyName.Length);
        var startsWord = true;
        foreach (var character in assemblyName)
        {
            if (char.IsLetterOrDigit(character))
            {
                name.Append(startsWord ? char.ToUpperInvariant(character) : character);
            }

            startsWord = !char.IsLetterOrDigit(character);
        }

        return name.Length == 0 ? "Assembly" : name.ToString();
    }
}
