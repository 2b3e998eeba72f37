# Configuration and XML files
import configparser, tomllib, xml.etree.ElementTree as ET, plistlib, html, urllib.parse
c = configparser.ConfigParser(); c['solver'] = {'eps': '1e-6'}; c.write(open('s.ini', 'w')); c2 = configparser.ConfigParser(); c2.read('s.ini'); print(c2['solver'].getfloat('eps'))
print(tomllib.loads('a = [1, 2]\n[b]\nc = 1.5'), html.escape('a<b'), urllib.parse.quote('求解'))
root = ET.Element('exam'); ET.SubElement(root, 'q', n='1').text = '2+2'; ET.ElementTree(root).write('e.xml'); print(ET.parse('e.xml').getroot().find('q').text, plistlib.loads(plistlib.dumps({'a': 1})))
