using System.Text;
using TypedLlm.Tool.Cli;

// Other programs read the results, as UTF-8 whatever the code page of the console is.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return await ToolApp.RunAsync(args, ToolHost.OfProcess());
